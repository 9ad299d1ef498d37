/**
 * How many cases a proof (*.proof.test.ts) tries: `briefly` of them in `npm test`, where a proof may take a minute at
 * most, and the `whole` number in `npm run ci`.
 */
export function proofCases({ briefly, whole }: { briefly: number; whole: number }): number {
  return process.env.TIDBOK_PROOFS === "whole" ? whole : briefly;
}
