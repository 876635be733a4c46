import { parseDocument, visit } from 'yaml';
import { spliced, type Splice } from './splice.ts';
import { flowText, type Plain } from './yamlText.ts';

/** Aliases may not unfold to more than this times what they stand for: the yaml package's own guard. */
const ALIASES_MAX = 20;

/** Whether a text may have anchors or aliases (`&name`, `*name`): a part that others refer to cannot be edited by itself. */
export function mayHaveAliases(text: string): boolean {
  return /(?:^|[\s,[{])[&*][^\s,[\]{}]/.test(text);
}

/** A deck file with the value itself in the place of each alias. Throws where that would be very much. */
export function withoutAliases(yaml: string): string {
  if (!mayHaveAliases(yaml)) return yaml;
  const tree = parseDocument(yaml);
  tree.toJS({ maxAliasCount: ALIASES_MAX });
  const splices: Splice[] = [];
  visit(tree, {
    Alias: (_key, alias) => {
      const value: Plain | undefined = alias.resolve(tree)?.toJS(tree);
      if (!alias.range || value === undefined) return;
      splices.push({ start: alias.range[0], end: alias.range[1], text: flowText(value) });
    },
  });
  return spliced(yaml, splices);
}
