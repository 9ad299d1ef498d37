/** What this share of the values does not exceed, to two decimals. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return round(
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN,
  );
}

/** To two decimals. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
