import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { NoAuthenticator } from "../domain/authenticator-errors.ts";
import { makeRecoveryCodes, type RecoveryCodes } from "./steps/make-recovery-codes.ts";
import { requestMail } from "../../accounts/actions/steps/request-mail.ts";
import { requireFreshAccount } from "../../callers/domain/require-fresh-account.ts";

/** Replaces the caller's recovery codes, and mails the caller about it. Earlier codes no longer work. */
export async function renewRecoveryCodes(context: Context): Promise<RecoveryCodes> {
  const { accountId } = requireFreshAccount(context.caller);
  return inTransaction(context, async (context) => {
    const { store } = context;
    await store.accounts.lock(accountId);
    if (!(await store.authenticators.isOn(accountId))) throw new NoAuthenticator();
    await requestMail(context, { accountId, kind: "RECOVERY_CODES_RENEWED" });
    return makeRecoveryCodes(context, accountId);
  });
}
