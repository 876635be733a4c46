/** What the address of a screen about an assignment says. */
export interface ClassroomRoute {
  readonly class: string;
  /** Null where a new one is made. */
  readonly assignment: string | null;
  readonly query: URLSearchParams;
}
