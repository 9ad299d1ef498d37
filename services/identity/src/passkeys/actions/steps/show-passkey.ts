import { z } from "zod";
import type { Context } from "../../../context.ts";
import { PasskeyRefused } from "../../domain/passkey-errors.ts";
import { userHandleOf, type PasskeyKey, type SignedChallenge } from "../../domain/passkey.ts";
import { takeChallenge } from "./take-challenge.ts";

/** The schema of bytes, which browsers write as base64url. */
export const base64url = (max: number) =>
  z
    .string()
    .max(max, `must have ${max} characters at most`)
    .regex(/^[\w-]+$/, "must be base64url");

/** The fields of an input that hold the device's signature. */
export const signedChallenge = {
  credentialId: base64url(1_364),
  clientDataJson: base64url(4_000),
  authenticatorData: base64url(4_000),
  signature: base64url(2_000),
  userHandle: base64url(88).nullish(),
};

type Shown = SignedChallenge & { readonly userHandle?: string | null | undefined };

/**
 * Checks the device's signature and returns the passkey. Within a session the passkey must belong to its account; else
 * the device must name the account. Throws PasskeyRefused for every mistake.
 */
export async function showPasskey(
  context: Context,
  shown: Shown,
  { within = null }: { within?: { accountId: string; sessionId: string } | null } = {},
): Promise<PasskeyKey> {
  const { store, webauthn, now } = context;
  const { clientDataJson, credentialId } = shown;
  const use = within === null ? "LOG_IN" : "CONFIRM";
  const sessionId = within?.sessionId ?? null;
  const challenge = await takeChallenge(context, { clientDataJson, use, sessionId });
  const credential = await store.passkeys.findKey(credentialId);
  if (credential === null || !isAllowed(credential, { shown, accountId: within?.accountId })) {
    throw new PasskeyRefused();
  }
  const after = await webauthn.verifySigned(shown, { challenge, credential });
  if (after === null || !(await store.passkeys.use(credential, { ...after, at: now }))) {
    throw new PasskeyRefused();
  }
  return credential;
}

function isAllowed(
  { accountId: holder }: PasskeyKey,
  { shown, accountId }: { shown: Shown; accountId: string | undefined },
): boolean {
  if (accountId !== undefined && accountId !== holder) return false;
  if (shown.userHandle == null) return accountId !== undefined;
  return shown.userHandle === userHandleOf(holder);
}
