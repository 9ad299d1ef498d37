import type { Cursors } from "./create-cursors.ts";
import type { Page } from "./page-of.ts";

/** One page of a list, as the GraphQL Cursor Connections specification shapes it. */
export type Connection<Row> = {
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[];
  readonly nodes: readonly Row[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  /** Counts the rows of the whole list, only where the client asks for it; absent for a list that is not counted. */
  readonly totalCount?: () => Promise<number>;
};

/**
 * The page that these rows make. `rows` come as they were read, from the end of the list for a backward page, and hold one
 * row more than the page when there is more that way, which costs nothing and needs no count. The other way there is more
 * where the page begins at a cursor: the row of the cursor, at least.
 */
export function connectionOf<Row>(
  rows: readonly Row[],
  {
    page,
    cursors,
    positionOf,
    count,
  }: {
    readonly page: Page<unknown>;
    readonly cursors: Cursors;
    readonly positionOf: (row: Row) => readonly (string | number)[];
    readonly count?: () => Promise<number>;
  },
): Connection<Row> {
  const read = rows.slice(0, page.size);
  const nodes = page.isBackward ? read.toReversed() : read;
  const edges = nodes.map((node) => ({ cursor: cursors.encode(positionOf(node)), node }));
  const hasMore = rows.length > page.size;
  return {
    edges,
    nodes,
    ...(count && { totalCount: count }),
    pageInfo: {
      hasNextPage: page.isBackward ? page.before !== null : hasMore,
      hasPreviousPage: page.isBackward ? hasMore : page.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
