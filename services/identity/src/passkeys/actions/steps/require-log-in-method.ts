import type { Context } from "../../../context.ts";
import { LastLogInMethod } from "../../../accounts/domain/log-in-errors.ts";

/**
 * Throws LastLogInMethod if the account has neither password nor passkey nor provider. Called after a method was
 * removed, the error undoes the caller's transaction.
 */
export async function requireLogInMethod(
  { store }: Pick<Context, "store">,
  accountId: string,
): Promise<void> {
  const credential = await store.accounts.findCredentialById(accountId);
  const methods = [
    ...(await store.providerLinks.listOf(accountId)),
    ...(await store.passkeys.listOf(accountId)),
  ];
  if (credential?.passwordHash == null && methods.length === 0) throw new LastLogInMethod();
}
