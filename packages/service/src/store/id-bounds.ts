import type { IdPage } from "../http/page-of.ts";

type Order = "asc" | "desc";
type Bounds = { readonly gt?: string; readonly lt?: string };

/** The condition on the id, the order and the number of rows by which Prisma reads a page of a list in this order. */
export function idBounds(
  { after, before, isBackward, limit }: IdPage,
  order: Order,
): { readonly id: Bounds; readonly orderBy: { readonly id: Order }; readonly take: number } {
  const [from, to] = order === "asc" ? [after, before] : [before, after];
  const opposite = order === "asc" ? "desc" : "asc";
  return {
    id: { ...(from !== null && { gt: from }), ...(to !== null && { lt: to }) },
    orderBy: { id: isBackward ? opposite : order },
    take: limit,
  };
}
