import type { Context } from "../../context.ts";
import type { ProviderLink } from "../domain/provider-link.ts";

/** A person's ways to log in, beside mailed links, and passkeys, which have a list of their own. */
export type LogInMethods = {
  readonly accountId: string;
  readonly hasPassword: boolean;
  readonly providerLinks: readonly ProviderLink[];
};

/** The caller's own ways to log in; null without a log-in. */
export async function listLogInMethods({ caller, store }: Context): Promise<LogInMethods | null> {
  if (caller.kind !== "account") return null;
  const { accountId } = caller;
  const credential = await store.accounts.findCredentialById(accountId);
  return {
    accountId,
    hasPassword: credential?.passwordHash != null,
    providerLinks: await store.providerLinks.listOf(accountId),
  };
}
