/** The middle of some measurements, in milliseconds. */
export function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** How long one call takes, in milliseconds; the mean of `calls` in a row where one is too short to time. */
export function time(work: () => unknown, calls = 1): number {
  const from = performance.now();
  for (let i = 0; i < calls; i += 1) work();
  return (performance.now() - from) / calls;
}

/** A table for people: columns as wide as they need, numbers to the right. */
export function printTable(rows: readonly (readonly (string | number)[])[]): void {
  const texts = rows.map((row) => row.map(String));
  const widths = (texts[0] ?? []).map((_, i) =>
    Math.max(...texts.map((row) => row[i]?.length ?? 0)),
  );
  for (const row of texts) {
    const cells = row.map((cell, i) =>
      i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0),
    );
    console.log(cells.join("  "));
  }
  console.log();
}
