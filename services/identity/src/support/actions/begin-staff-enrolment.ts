import { validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { userHandleOf } from "../../passkeys/domain/passkey.ts";
import { askForPasskey } from "../../passkeys/actions/steps/ask-for-passkey.ts";
import type { PasskeyCreation } from "../../passkeys/actions/begin-passkey-registration.ts";
import { readEnrolment } from "./steps/read-enrolment.ts";

const schema = z.strictObject({
  token: z.string().max(200, "must have 200 characters at most"),
});

/** Asks the device of an agent with the operator's link to make a passkey. */
export async function beginStaffEnrolment(
  context: Context,
  given: unknown,
): Promise<PasskeyCreation> {
  const { loaders, limits, webauthn } = context;
  const { id: enrolmentId, accountId } = await readEnrolment(
    context,
    validate(schema, given).token,
  );
  await limits.take("passkey-account", accountId);
  const name = (await loaders.account.load(accountId))?.name ?? null;
  return {
    ...(await askForPasskey(context, { use: "ENROL", sessionId: null, enrolmentId })),
    accountId,
    relyingPartyName: webauthn.relyingParty.name,
    algorithms: webauthn.algorithms,
    userHandle: userHandleOf(accountId),
    // There is no address; the device shows the name.
    userName: name ?? accountId,
    displayName: name,
    excludedCredentialIds: [],
  };
}
