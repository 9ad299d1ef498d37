import { validate } from "@tidbok/domain";
import { AuthenticatorAdded } from "@tidbok/events";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { AuthenticatorOn, CodeWrong, NoAuthenticator } from "../domain/authenticator-errors.ts";
import { readCode } from "../domain/authenticator.ts";
import { makeRecoveryCodes, type RecoveryCodes } from "./steps/make-recovery-codes.ts";
import { requestMail } from "../../accounts/actions/steps/request-mail.ts";
import { requireFreshAccount } from "../../callers/domain/require-fresh-account.ts";
import { codeAttempt } from "./steps/show-code.ts";

const schema = z.strictObject({ code: codeAttempt });

/** The app has the secret, as its first code shows: log-ins ask for codes from now on. */
export async function confirmAuthenticator(
  context: Context,
  given: unknown,
): Promise<RecoveryCodes> {
  const { limits, oneTimeCodes, now } = context;
  const { accountId } = requireFreshAccount(context.caller);
  const { code } = validate(schema, given);
  await limits.take("code", accountId);
  const codes = await context.store.transaction(async (store) => {
    if (await store.authenticators.isOn(accountId)) throw new AuthenticatorOn();
    const secret = await store.authenticators.findSecret(accountId);
    if (secret === null) throw new NoAuthenticator();
    const step = oneTimeCodes.stepOf({ secret, code: readCode(code)?.code ?? "" }, now);
    if (step === null) throw new CodeWrong();
    if (!(await store.authenticators.confirm(accountId, { step, at: now })))
      throw new AuthenticatorOn();
    await requestMail({ ...context, store }, { accountId, kind: "CODES_ON" });
    const place = { aggregateId: accountId, organizationId: null, occurredAt: now };
    await store.outbox.append(AuthenticatorAdded, place, { accountId });
    return makeRecoveryCodes({ ...context, store }, accountId);
  });
  await limits.clear("code", accountId);
  return codes;
}
