/** The build's own output: every deck of the repository, linted and compiled. */
declare module '*decks.json' {
  const decks: readonly import('../questions/compile.ts').CompiledDeck[];
  export default decks;
}
