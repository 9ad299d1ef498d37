import type { Ranges } from "../time/ranges.ts";

/** For each start 1 where it lies in the ranges, otherwise 0. Both are in order. */
export function markWithin(starts: readonly number[], ranges: Ranges): Uint8Array {
  const marks = new Uint8Array(starts.length);
  for (let i = 0, j = 0; i < starts.length && j < ranges.length;) {
    const start = starts[i] as number;
    if (start >= (ranges[j + 1] as number)) {
      j += 2;
      continue;
    }
    if (start >= (ranges[j] as number)) marks[i] = 1;
    i += 1;
  }
  return marks;
}

/** All starts of the lists, each once, in order. Merged in pairs, so that a list more adds its own share only. */
export function mergeStarts(lists: readonly (readonly number[])[]): readonly number[] {
  if (lists.length <= 1) return lists[0] ?? [];
  const middle = lists.length >> 1;
  return mergeTwo(mergeStarts(lists.slice(0, middle)), mergeStarts(lists.slice(middle)));
}

function mergeTwo(a: readonly number[], b: readonly number[]): readonly number[] {
  const merged: number[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i] as number, b[j] as number];
    merged.push(left < right ? left : right);
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  while (i < a.length) merged.push(a[i++] as number);
  while (j < b.length) merged.push(b[j++] as number);
  return merged;
}
