import { Unauthenticated } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { AuthenticatorOn } from "../domain/authenticator-errors.ts";
import { requireFreshAccount } from "../../callers/domain/require-fresh-account.ts";

/** The secret from which an authenticator app makes codes. It is shown once. */
export type AuthenticatorSecret = {
  readonly accountId: string;
  readonly secret: string;
  readonly uri: string;
};

/** Makes a secret for an authenticator app of the caller. Log-ins ask for codes once the app is confirmed. */
export async function beginAuthenticator(context: Context): Promise<AuthenticatorSecret> {
  const { loaders, oneTimeCodes, now } = context;
  const { accountId } = requireFreshAccount(context.caller);
  const account = await loaders.account.load(accountId);
  if (account?.email == null) throw new Unauthenticated();
  const secret = oneTimeCodes.newSecret();
  await inTransaction(context, async ({ store }) => {
    if (!(await store.accounts.lock(accountId))) throw new Unauthenticated();
    const isBegun = await store.authenticators.begin(accountId, { secret, at: now });
    if (!isBegun) throw new AuthenticatorOn();
  });
  return { accountId, secret, uri: oneTimeCodes.uriOf(secret, account.email) };
}
