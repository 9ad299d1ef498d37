import type { Context } from "../../../context.ts";
import { LastLogInMethod } from "../../../accounts/domain/log-in-errors.ts";

/** Throws LastLogInMethod, and so undoes the caller's transaction, when nothing is left that logs the person in by itself. */
export async function keepALogInMethod(
  { store }: Pick<Context, "store">,
  accountId: string,
): Promise<void> {
  const credential = await store.accounts.findCredentialById(accountId);
  const means = [
    ...(await store.providerLinks.listOf(accountId)),
    ...(await store.passkeys.listOf(accountId)),
  ];
  if (credential?.passwordHash == null && means.length === 0) throw new LastLogInMethod();
}
