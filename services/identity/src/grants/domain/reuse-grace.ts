import { second, type Instant } from "@tidbok/domain";

/** For how long a refresh token may come again after its first use, once and from the same client. */
export const reuseGrace = 10 * second;

/** A use of a token: by which client, as a fingerprint, and when. */
export type Use = { readonly from: string | null; readonly at: Instant };

/** Whether a used token may still come again, from this client. */
export function mayComeAgain(
  {
    consumedAt,
    consumedFrom,
    againAt,
  }: {
    readonly consumedAt: Instant | null;
    readonly consumedFrom: string | null;
    readonly againAt: Instant | null;
  },
  { from, at }: Use,
): boolean {
  if (consumedAt === null || from === null || againAt !== null) return false;
  return consumedFrom === from && consumedAt > at - reuseGrace;
}
