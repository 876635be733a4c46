import type { Problem } from '../deckSource.ts';
import type { Finding, Rule } from './finding.ts';

/** The faults of a file that is no deck, as findings. */
export function formFindings(problems: readonly Problem[]): readonly Finding[] {
  return problems.map(({ path, message, line, column }) => {
    const rule = ruleOf(path, message);
    return { rule, level: 'E', path, line, column, message: said(rule, path, message) };
  });
}

function ruleOf(path: Problem['path'], message: string): Rule {
  if (message.startsWith('Map keys must be unique')) return 'id-duplicate';
  return isIdPlace(path) && /is not an id/.test(message) ? 'id-missing' : 'form';
}

/** Whether a path names a fact, a question, or a retired id. */
function isIdPlace([root, , third, , ...rest]: Problem['path']): boolean {
  if (root === 'retired') return true;
  return root === 'facts' && (third === undefined || third === 'questions') && rest.length === 0;
}

function said(rule: Rule, path: Problem['path'], message: string): string {
  if (rule === 'id-duplicate') return 'this key stands twice in one place: rename or remove one of the two';
  const at = path.length === 0 ? '' : `${path.join('.')}: `;
  return `${at}${message}`;
}
