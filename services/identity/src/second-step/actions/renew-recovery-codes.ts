import type { Context } from "../../context.ts";
import { NoAuthenticator } from "../domain/authenticator-errors.ts";
import { makeRecoveryCodes, type RecoveryCodes } from "./steps/make-recovery-codes.ts";
import { requestMail } from "../../accounts/actions/steps/request-mail.ts";
import { requireFreshAccount } from "../../callers/domain/require-fresh-account.ts";

/** Gives the caller other recovery codes; those before are worth nothing. */
export async function renewRecoveryCodes(context: Context): Promise<RecoveryCodes> {
  const { accountId } = requireFreshAccount(context.caller);
  return context.store.transaction(async (store) => {
    await store.accounts.lock(accountId);
    if (!(await store.authenticators.isOn(accountId))) throw new NoAuthenticator();
    await requestMail({ ...context, store }, { accountId, kind: "RECOVERY_CODES_RENEWED" });
    return makeRecoveryCodes({ ...context, store }, accountId);
  });
}
