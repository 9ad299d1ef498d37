import type { Instant } from "@tidbok/domain";
import type { SignUpForm } from "./account.ts";

/** Why a mail goes to an address: to prove it, or to say that it has an account already. */
export type VerificationKind = "SIGN_UP" | "ALREADY_REGISTERED";

/** A mail that was asked for. `form` is what came with a sign-up, until its link is used. */
export type Verification = {
  readonly id: string;
  readonly accountId: string;
  readonly kind: VerificationKind;
  readonly form: SignUpForm | null;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
};

const lifetime = 24 * 3_600_000;

/** A verification that can be used for 24 hours. */
export function requestVerification(
  request: Pick<Verification, "id" | "accountId" | "kind" | "form">,
  now: Instant,
): Verification {
  return { ...request, createdAt: now, expiresAt: now + lifetime, usedAt: null };
}
