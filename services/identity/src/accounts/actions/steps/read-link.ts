import type { Context } from "../../../context.ts";
import { LinkExpired, LinkInvalid } from "../../domain/link-errors.ts";
import type { LinkKind } from "../../domain/link-kind.ts";
import type { Verification, VerificationKind } from "../../domain/verification.ts";

/** The mail that this link code belongs to. Throws LinkInvalid, and LinkExpired for a link that was not used in time. */
export async function readLink(
  { store, links, now }: Context,
  { code, as, kinds }: { code: string; as: LinkKind; kinds: readonly VerificationKind[] },
): Promise<Verification> {
  const id = links.read(as, code);
  const verification = id === null ? null : await store.verifications.find(id);
  if (verification === null || !kinds.includes(verification.kind)) throw new LinkInvalid();
  if (verification.usedAt === null && verification.expiresAt <= now) throw new LinkExpired();
  return verification;
}
