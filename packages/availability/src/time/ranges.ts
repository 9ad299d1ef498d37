/**
 * Sorted, disjoint, half-open ranges in one flat array: from₀, until₀, from₁, until₁, …. Whole
 * milliseconds. Flat numbers, since objects cost ten times as much where hosts have thousands.
 */
export type Ranges = readonly number[];

/** What any of the pairs covers, given in any order; pairs that touch become one, empty ones are left out. */
export function unite(pairs: readonly number[]): Ranges {
  const begins = new Float64Array(pairs.length / 2);
  const ends = new Float64Array(pairs.length / 2);
  let count = 0;
  for (let i = 0; i < pairs.length; i += 2) {
    if ((pairs[i] as number) >= (pairs[i + 1] as number)) continue;
    begins[count] = pairs[i] as number;
    ends[count] = pairs[i + 1] as number;
    count += 1;
  }
  // Begins and ends may be sorted apart: only how many are open at a moment matters.
  return sweep(begins.subarray(0, count).sort(), ends.subarray(0, count).sort());
}

function sweep(begins: Float64Array, ends: Float64Array): Ranges {
  const united: number[] = [];
  let open = 0;
  for (let i = 0, j = 0; j < ends.length;) {
    const begin = begins[i];
    const end = ends[j] as number;
    if (begin !== undefined && begin <= end) {
      if (open === 0) united.push(begin);
      open += 1;
      i += 1;
    } else {
      open -= 1;
      j += 1;
      if (open === 0) united.push(end);
    }
  }
  return united;
}

/** What both cover. */
export function intersect(a: Ranges, b: Ranges): Ranges {
  const both: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const aUntil = a[i + 1] as number;
    const bUntil = b[j + 1] as number;
    const from = Math.max(a[i] as number, b[j] as number);
    const until = Math.min(aUntil, bUntil);
    if (from < until) both.push(from, until);
    if (aUntil < bUntil) i += 2;
    else j += 2;
  }
  return both;
}

/** What `a` covers and `b` does not. */
export function subtract(a: Ranges, b: Ranges): Ranges {
  const left: number[] = [];
  for (let i = 0, j = 0; i < a.length; i += 2) {
    let from = a[i] as number;
    const until = a[i + 1] as number;
    while (j < b.length && (b[j + 1] as number) <= from) j += 2;
    for (let k = j; k < b.length && (b[k] as number) < until; k += 2) {
      if (from < (b[k] as number)) left.push(from, b[k] as number);
      from = Math.max(from, b[k + 1] as number);
    }
    if (from < until) left.push(from, until);
  }
  return left;
}
