import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { intersect, subtract, unite, type Ranges } from "./ranges.ts";

const pairs = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })), {
    maxLength: 8,
  })
  .map((list) => list.flat());
const ranges = pairs.map(unite);

const covers = (list: Ranges, at: number) =>
  list.some((from, i) => i % 2 === 0 && from <= at && at < (list[i + 1] ?? 0));
const moments = Array.from({ length: 41 }, (_, i) => i);

/** Sorted, disjoint, nothing empty. */
function expectSound(list: Ranges): void {
  expect(list.length % 2).toBe(0);
  list.forEach((edge, i) => expect(edge).toBeGreaterThan(list[i - 1] ?? -1));
}

describe("ranges", () => {
  test("unites what any pair covers, in any order", () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const united = unite(list);
        expectSound(united);
        for (const at of moments) expect(covers(united, at)).toBe(covers(list, at));
      }),
    );
  });

  test("makes one of ranges that touch", () => {
    expect(unite([5, 9, 1, 5])).toEqual([1, 9]);
    expect(unite([1, 3, 5, 9])).toEqual([1, 3, 5, 9]);
  });

  test("leaves out pairs that are empty or reversed", () => {
    expect(unite([4, 4, 9, 2])).toEqual([]);
  });

  test("intersects what both cover", () => {
    fc.assert(
      fc.property(ranges, ranges, (a, b) => {
        const both = intersect(a, b);
        for (const at of moments) expect(covers(both, at)).toBe(covers(a, at) && covers(b, at));
        expectSound(both);
      }),
    );
  });

  test("subtracts what the other covers", () => {
    fc.assert(
      fc.property(ranges, ranges, (a, b) => {
        const left = subtract(a, b);
        for (const at of moments) expect(covers(left, at)).toBe(covers(a, at) && !covers(b, at));
        expectSound(left);
      }),
    );
  });
});
