import { InvalidInput } from "@tidbok/domain";
import type { Cursors } from "./create-cursors.ts";
import { pageSize } from "./page-size.ts";

/** A page as a client asks for it: the first rows after a cursor, or the last rows before one. */
export type PageRequest = {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
};

/** A page as a store reads it. */
export type Page<Position> = {
  readonly size: number;
  /** How many rows to read: one more than the page has, which tells whether more follow. */
  readonly limit: number;
  /** Whether rows are read from the end of the list towards its beginning. */
  readonly isBackward: boolean;
  /** Only rows beyond this position; null: from the beginning. */
  readonly after: Position | null;
  /** Only rows this side of this position; null: to the end. */
  readonly before: Position | null;
};

/** A page of a list in the order of ids. */
export type IdPage = Page<string>;

/** The page that the client asks for. Throws InvalidInput for a wrong size or cursor, and for `first` together with `last`. */
export function pageOf<Position>(
  { first, after, last, before }: PageRequest,
  {
    cursors,
    read,
  }: {
    readonly cursors: Cursors;
    /** The position that a cursor of this list holds; null for one of another list, which is refused. */
    readonly read: (position: readonly (string | number)[]) => Position | null;
  },
): Page<Position> {
  const isBackward = last !== null && last !== undefined;
  if (isBackward && first !== null && first !== undefined) {
    const message = "must be left out where `first` is given";
    throw new InvalidInput([{ path: "last", code: "ONLY_ONE", message }]);
  }
  const size = isBackward ? pageSize(last, "last") : pageSize(first);
  const place = (cursor: string | null | undefined, path: string) => {
    const position = cursors.decode(cursor, path);
    if (position === null) return null;
    const found = read(position);
    if (found !== null) return found;
    const message = "must be a cursor from an earlier page of the same list";
    throw new InvalidInput([{ path, code: "INVALID_CURSOR", message }]);
  };
  return {
    size,
    limit: size + 1,
    isBackward,
    after: place(after, "after"),
    before: place(before, "before"),
  };
}

/** The page of a list in the order of ids. Throws as `pageOf` does. */
export function idPageOf(request: PageRequest, cursors: Cursors): IdPage {
  return pageOf(request, {
    cursors,
    read: ([id]) => (typeof id === "string" ? id : null),
  });
}
