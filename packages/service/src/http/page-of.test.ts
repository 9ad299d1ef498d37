import { InvalidInput } from "@tidbok/domain";
import { expect, test } from "vitest";
import { idBounds } from "../store/id-bounds.ts";
import { connectionOf } from "./connection-of.ts";
import { createCursors } from "./create-cursors.ts";
import { idPageOf, pageOf, type PageRequest } from "./page-of.ts";

const cursors = createCursors("a secret");
const all = ["e", "d", "c", "b", "a"].map((id) => ({ id }));

/** The page of a list that is newest first, read as a database reads it. */
function read(request: PageRequest) {
  const page = idPageOf(request, cursors);
  const { id, orderBy, take } = idBounds(page, "desc");
  const rows = (orderBy.id === "desc" ? all : all.toReversed())
    .filter(
      (row) => (id.gt === undefined || row.id > id.gt) && (id.lt === undefined || row.id < id.lt),
    )
    .slice(0, take);
  const { nodes, pageInfo } = connectionOf(rows, { page, cursors, positionOf: (row) => [row.id] });
  return { ids: nodes.map((row) => row.id).join(""), ...pageInfo };
}

test("a list is read forwards and backwards, and each page says where it stands", () => {
  const first = read({ first: 2 });
  expect(first).toMatchObject({ ids: "ed", hasPreviousPage: false, hasNextPage: true });
  const second = read({ first: 2, after: first.endCursor });
  expect(second).toMatchObject({ ids: "cb", hasPreviousPage: true, hasNextPage: true });
  expect(read({ first: 2, after: second.endCursor })).toMatchObject({
    ids: "a",
    hasNextPage: false,
  });
  const last = read({ last: 2 });
  expect(last).toMatchObject({ ids: "ba", hasPreviousPage: true, hasNextPage: false });
  expect(read({ last: 3, before: last.startCursor })).toMatchObject({
    ids: "edc",
    hasPreviousPage: false,
    hasNextPage: true,
  });
  expect(read({ first: 9, after: first.startCursor, before: last.endCursor }).ids).toBe("dcb");
});

test("a page is read from one end, of 1 to 100 rows, from a cursor of its list", () => {
  for (const request of [
    { first: 1, last: 1 },
    { last: 0 },
    { last: 101 },
    { last: 1, before: "x" },
    { last: 1, before: cursors.encode([7]) },
  ]) {
    expect(() => idPageOf(request, cursors)).toThrow(InvalidInput);
  }
  expect(pageOf({}, { cursors, read: () => null })).toMatchObject({ size: 25, isBackward: false });
});
