import { input, newId, validate } from "@tidbok/domain";
import { PasskeyAdded } from "@tidbok/events";
import { z } from "zod";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { LinkInvalid } from "../../accounts/domain/link-errors.ts";
import { PasskeyRefused } from "../../passkeys/domain/passkey-errors.ts";
import type { Passkey } from "../../passkeys/domain/passkey.ts";
import { readEnrolment } from "./steps/read-enrolment.ts";
import { base64url } from "../../passkeys/actions/steps/show-passkey.ts";
import { takeChallenge } from "../../passkeys/actions/steps/take-challenge.ts";

const schema = z.strictObject({
  token: z.string().max(200, "must have 200 characters at most"),
  name: input.line(80),
  credentialId: base64url(1_364),
  clientDataJson: base64url(4_000),
  attestationObject: base64url(20_000),
});

/** Keeps the passkey that an agent's device has made, which uses the operator's link up. */
export async function finishStaffEnrolment(context: Context, given: unknown): Promise<Passkey> {
  const { webauthn, now } = context;
  const { token, name, ...made } = validate(schema, given);
  const { id: enrolmentId, accountId } = await readEnrolment(context, token);
  const { clientDataJson } = made;
  const bound = { use: "ENROL", sessionId: null, enrolmentId } as const;
  const challenge = await takeChallenge(context, { clientDataJson, ...bound });
  const credential = await webauthn.verifyMade(made, challenge);
  if (credential === null) throw new PasskeyRefused();
  const { isBackedUp } = credential;
  const passkey = { id: newId(), accountId, name, isBackedUp, createdAt: now, lastUsedAt: null };
  await inTransaction(context, async (context) => {
    if (!(await context.store.staff.useEnrolment(enrolmentId, now))) throw new LinkInvalid();
    await context.store.passkeys.insert(passkey, credential);
    const subject = { about: accountId, organizationId: null };
    await context.tell(PasskeyAdded, subject, { passkeyId: passkey.id, accountId });
  });
  return passkey;
}
