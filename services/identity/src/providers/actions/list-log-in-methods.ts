import type { Context } from "../../context.ts";
import type { ProviderLink } from "../domain/provider-link.ts";

/** What logs a person in, beside links in mails and passkeys, which are listed by themselves. */
export type LogInMethods = {
  readonly accountId: string;
  readonly hasPassword: boolean;
  readonly providerLinks: readonly ProviderLink[];
};

/** The caller's own; null for who is not logged in. */
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
