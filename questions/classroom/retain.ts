import type { Scope } from './assignment.ts';

/** The facts of a deck that are in a scope, in the deck's order; a picked question stands for its fact. */
export function factsInScope<Id extends string>(
  facts: readonly { readonly id: Id; readonly tags: readonly string[] }[],
  scope: Scope,
): readonly Id[] {
  return facts.filter((fact) => isIn(scope, fact)).map(({ id }) => id);
}

function isIn(
  scope: Scope,
  { id, tags }: { readonly id: string; readonly tags: readonly string[] },
): boolean {
  if (scope.by === 'all') return true;
  if (scope.by === 'tags') return scope.tags.some((tag) => tags.includes(tag));
  if (scope.by === 'facts') return scope.facts.some((fact) => fact === id);
  return scope.questions.some((ref) => ref.startsWith(`${id}/`));
}
