const delimiters = [",", ";", "\t"];

/** The delimiter of a table: the one that its first row has most often outside of quotes; a comma without any. */
export function delimiterOf(text: string): string {
  const head = firstRow(text);
  const counts = delimiters.map((mark) => [mark, head.split(mark).length] as const);
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/** The first row that has a letter, without what stands in quotes. */
function firstRow(text: string): string {
  // The quotes stay, so that a row of quoted names is not taken for an empty one.
  const unquoted = text.slice(0, longestHead).replace(/"(?:[^"]|"")*"/g, '""');
  return unquoted.split("\n").find((row) => /[\p{L}"]/u.test(row)) ?? "";
}

const longestHead = 20_000;
