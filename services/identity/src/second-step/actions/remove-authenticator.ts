import { AuthenticatorRemoved } from "@tidbok/events";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { NoAuthenticator } from "../domain/authenticator-errors.ts";
import type { Authenticator } from "../domain/authenticator.ts";
import { requestMail } from "../../accounts/actions/steps/request-mail.ts";
import { requireFreshAccount } from "../../callers/domain/require-fresh-account.ts";

/** Removes the caller's authenticator app, so that log-ins ask for no codes. A mail tells the caller. */
export async function removeAuthenticator(context: Context): Promise<Authenticator> {
  const { accountId } = requireFreshAccount(context.caller);
  return inTransaction(context, async (context) => {
    const { store } = context;
    const authenticator = await store.authenticators.find(accountId);
    if (authenticator === null || (await store.authenticators.removeOf(accountId)) === 0) {
      throw new NoAuthenticator();
    }
    await requestMail(context, { accountId, kind: "CODES_OFF" });
    await context.tell(
      AuthenticatorRemoved,
      { about: accountId, organizationId: null },
      { accountId },
    );
    return authenticator;
  });
}
