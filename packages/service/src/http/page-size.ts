import { InvalidInput } from "@tidbok/domain";

/** How many rows a page of a connection has: 25 unless asked, 1 to 100; `path` is the argument. Throws InvalidInput. */
export function pageSize(asked: number | null | undefined, path = "first"): number {
  const size = asked ?? 25;
  if (Number.isInteger(size) && size >= 1 && size <= 100) return size;
  throw new InvalidInput([{ path, code: "OUT_OF_RANGE", message: "must be 1 to 100" }]);
}
