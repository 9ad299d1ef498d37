import { Unauthenticated, validate } from "@tidbok/domain";
import { AuthenticatorAdded } from "@tidbok/events";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { AuthenticatorOn, CodeWrong, NoAuthenticator } from "../domain/authenticator-errors.ts";
import { readCode } from "../domain/authenticator.ts";
import { makeRecoveryCodes, type RecoveryCodes } from "./steps/make-recovery-codes.ts";
import { requestMail } from "../../accounts/actions/steps/request-mail.ts";
import { requireFreshAccount } from "../../callers/domain/require-fresh-account.ts";
import { codeAttempt } from "./steps/show-code.ts";

const schema = z.strictObject({ code: codeAttempt });

/** Turns codes on: the first code shows that the authenticator app holds the secret. A mail tells the caller. */
export async function confirmAuthenticator(
  context: Context,
  given: unknown,
): Promise<RecoveryCodes> {
  const { limits } = context;
  const { accountId } = requireFreshAccount(context.caller);
  const { code } = validate(schema, given);
  await limits.take("code", accountId);
  const codes = await inTransaction(context, async (context) => {
    await confirm(context, { accountId, code });
    await requestMail(context, { accountId, kind: "CODES_ON" });
    await context.tell(
      AuthenticatorAdded,
      { about: accountId, organizationId: null },
      { accountId },
    );
    return makeRecoveryCodes(context, accountId);
  });
  await limits.clear("code", accountId);
  return codes;
}

async function confirm(
  { store, oneTimeCodes, now }: Context,
  { accountId, code }: { readonly accountId: string; readonly code: string },
): Promise<void> {
  // The code must be of the secret that is confirmed, and not of one that another request replaces meanwhile.
  if (!(await store.accounts.lock(accountId))) throw new Unauthenticated();
  if (await store.authenticators.isOn(accountId)) throw new AuthenticatorOn();
  const secret = await store.authenticators.findSecret(accountId);
  if (secret === null) throw new NoAuthenticator();
  const step = oneTimeCodes.stepOf({ secret, code: readCode(code)?.code ?? "" }, now);
  if (step === null) throw new CodeWrong();
  const isFirst = await store.authenticators.confirm(accountId, { step, at: now });
  if (!isFirst) throw new AuthenticatorOn();
}
