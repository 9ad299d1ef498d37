import { Unauthenticated } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { AuthenticatorOn } from "../domain/authenticator-errors.ts";
import { requireFreshAccount } from "../../callers/domain/require-fresh-account.ts";

/** What an app is told once, to make codes of it. */
export type AuthenticatorSecret = {
  readonly accountId: string;
  readonly secret: string;
  readonly uri: string;
};

/** Makes a secret for an authenticator app of the caller's, which counts once a code of it was shown. */
export async function beginAuthenticator(context: Context): Promise<AuthenticatorSecret> {
  const { store, loaders, oneTimeCodes, now } = context;
  const { accountId } = requireFreshAccount(context.caller);
  const account = await loaders.account.load(accountId);
  if (account?.email == null) throw new Unauthenticated();
  const secret = oneTimeCodes.newSecret();
  if (!(await store.authenticators.begin(accountId, { secret, at: now })))
    throw new AuthenticatorOn();
  return { accountId, secret, uri: oneTimeCodes.uriOf(secret, account.email) };
}
