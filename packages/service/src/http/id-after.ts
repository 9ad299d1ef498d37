import type { Cursors } from "./create-cursors.ts";

/**
 * The id after which the page of a list goes on, from a cursor whose place is one id; null for the first page. Throws
 * InvalidInput for a cursor that was not made here.
 */
export function idAfter(cursors: Cursors, after: string | null | undefined): string | null {
  const [id] = cursors.decode(after) ?? [];
  return typeof id === "string" ? id : null;
}
