/** The head of a table's column, as a question can say it. */
export interface ColumnName {
  readonly column: string;
  /** In lower case where it is no name, and without its unit: "diameter". */
  readonly noun: string;
  /** "km" of "Diameter (km)". */
  readonly unit?: string;
  /** "Moons": something counted. */
  readonly isPlural: boolean;
  /** "Year", "Date of birth". */
  readonly isTime: boolean;
  /** "Discovered by": no noun that a row could have. */
  readonly isPhrase: boolean;
}

/** Undefined where a column has no head. */
export function columnNamed(column: string): ColumnName | undefined {
  const [, head = '', unit] = /^(.*?)\s*(?:[([]\s*(?:in\s+)?([^)\]]+?)\s*[)\]])?$/.exec(column) ?? [];
  const noun = head
    .replace(/^(?:the|an?)\s+/i, '')
    .replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
  if (!/\p{L}/u.test(noun)) return undefined;
  const isUnit = unit !== undefined && unit.length <= 12 && !/\d{3}/.test(unit);
  return {
    column,
    noun,
    ...(isUnit ? { unit } : {}),
    isPlural: /[^s]s$/.test(noun) && !/(?:ss|us|is|status|mass)$/.test(noun),
    isTime: /\b(?:year|date|born|died|founded|since|day)\b/i.test(noun),
    isPhrase:
      /\b(?:by|in|at|of|for|to|from|when|where|who|what|why|how|with|on)$|^(?:when|where|who|what|why|how|is|has|can|does|born|died|founded|used|found|made|discovered)\b/i.test(
        noun,
      ),
  };
}
