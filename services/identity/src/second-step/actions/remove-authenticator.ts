import { AuthenticatorRemoved } from "@tidbok/events";
import type { Context } from "../../context.ts";
import { NoAuthenticator } from "../domain/authenticator-errors.ts";
import type { Authenticator } from "../domain/authenticator.ts";
import { requestMail } from "../../accounts/actions/steps/request-mail.ts";
import { requireFreshAccount } from "../../callers/domain/require-fresh-account.ts";

/** Log-ins of the caller's ask for no codes any more. */
export async function removeAuthenticator(context: Context): Promise<Authenticator> {
  const { accountId } = requireFreshAccount(context.caller);
  const { now } = context;
  return context.store.transaction(async (store) => {
    const authenticator = await store.authenticators.find(accountId);
    if (authenticator === null || (await store.authenticators.removeOf(accountId)) === 0) {
      throw new NoAuthenticator();
    }
    await requestMail({ ...context, store }, { accountId, kind: "CODES_OFF" });
    const place = { aggregateId: accountId, organizationId: null, occurredAt: now };
    await store.outbox.append(AuthenticatorRemoved, place, { accountId });
    return authenticator;
  });
}
