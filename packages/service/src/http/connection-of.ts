import type { Cursors } from "./create-cursors.ts";

/** One page of a list, as the GraphQL Cursor Connections specification shapes it. */
export type Connection<Row> = {
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[];
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

/**
 * The page that these rows make. `rows` holds one row more than the page when there is a next page,
 * which costs nothing and needs no count.
 */
export function connectionOf<Row>(
  rows: readonly Row[],
  {
    size,
    cursors,
    positionOf,
  }: { size: number; cursors: Cursors; positionOf: (row: Row) => readonly (string | number)[] },
): Connection<Row> {
  const nodes = rows.slice(0, size);
  const edges = nodes.map((node) => ({ cursor: cursors.encode(positionOf(node)), node }));
  return {
    edges,
    nodes,
    pageInfo: { hasNextPage: rows.length > size, endCursor: edges.at(-1)?.cursor ?? null },
  };
}
