import { InvalidInput } from "@tidbok/domain";

/** How many rows a page of a connection has: 25 unless asked, 1 to 100. Throws InvalidInput. */
export function pageSize(first: number | null | undefined): number {
  const size = first ?? 25;
  if (Number.isInteger(size) && size >= 1 && size <= 100) return size;
  throw new InvalidInput([{ path: "first", code: "OUT_OF_RANGE", message: "must be 1 to 100" }]);
}
