import { input, newId, validate } from "@tidbok/domain";
import { PasskeyAdded } from "@tidbok/events";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { PasskeyRefused, TooManyPasskeys } from "../domain/passkey-errors.ts";
import { mostPasskeys, type Passkey, type PasskeyCredential } from "../domain/passkey.ts";
import { requestMail } from "../../accounts/actions/steps/request-mail.ts";
import { requireFreshAccount } from "../../callers/domain/require-fresh-account.ts";
import { base64url } from "./steps/show-passkey.ts";
import { takeChallenge } from "./steps/take-challenge.ts";

const schema = z.strictObject({
  name: input.line(80),
  credentialId: base64url(1_364),
  clientDataJson: base64url(4_000),
  attestationObject: base64url(20_000),
});

/** Saves a passkey that the caller's device has just made, and mails the caller. Safe to repeat. */
export async function registerPasskey(context: Context, given: unknown): Promise<Passkey> {
  const { store, webauthn, now } = context;
  const { accountId, sessionId } = requireFreshAccount(context.caller);
  const { name, ...made } = validate(schema, given);
  const known = await store.passkeys.findKey(made.credentialId);
  if (known?.accountId === accountId) return (await store.passkeys.find(known.id)) ?? refuse();
  const { clientDataJson } = made;
  const challenge = await takeChallenge(context, { clientDataJson, use: "ADD", sessionId });
  const credential = (await webauthn.verifyMade(made, challenge)) ?? refuse();
  const { isBackedUp } = credential;
  const passkey = { id: newId(), accountId, name, isBackedUp, createdAt: now, lastUsedAt: null };
  await inTransaction(context, (context) => insert(context, { passkey, credential }));
  return passkey;
}

async function insert(
  context: Context,
  { passkey, credential }: { passkey: Passkey; credential: PasskeyCredential },
): Promise<void> {
  const { store } = context;
  const { id: passkeyId, accountId } = passkey;
  await store.accounts.lock(accountId);
  await store.passkeys.insert(passkey, credential);
  if ((await store.passkeys.credentialIdsOf(accountId)).length > mostPasskeys) {
    throw new TooManyPasskeys();
  }
  await requestMail(context, { accountId, kind: "PASSKEY_ADDED" });
  const subject = { about: accountId, organizationId: null };
  await context.tell(PasskeyAdded, subject, { passkeyId, accountId });
}

function refuse(): never {
  throw new PasskeyRefused();
}
