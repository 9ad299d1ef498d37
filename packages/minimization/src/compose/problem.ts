/** Something that keeps a supergraph from being composed: where, which rule, and what to do about it. */
export type Problem = {
  /** The subgraph, or null where it is about all of them together. */
  readonly subgraph: string | null;
  /** A schema coordinate, or the name of what is wrong. */
  readonly coordinate: string;
  readonly code: string;
  readonly message: string;
};

/** A supergraph that must not exist, with everything that is wrong with it. */
export class CompositionRefused extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      [
        `The supergraph is refused for ${problems.length} ${problems.length === 1 ? "reason" : "reasons"}:`,
        ...problems.map(asLine),
      ].join("\n"),
    );
    this.name = "CompositionRefused";
    this.problems = problems;
  }
}

function asLine({ subgraph, coordinate, code, message }: Problem): string {
  return `  ${code} ${subgraph === null ? "" : `[${subgraph}] `}${coordinate}: ${message}`;
}
