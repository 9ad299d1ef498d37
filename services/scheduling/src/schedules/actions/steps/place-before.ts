import type { Context } from "../../../context.ts";

/** The id after which a page of a list of ids goes on, newest first; null for the first page. */
export function placeBefore(
  { cursors }: Pick<Context, "cursors">,
  after: string | null | undefined,
): string | null {
  const [id] = cursors.decode(after) ?? [];
  return typeof id === "string" ? id : null;
}
