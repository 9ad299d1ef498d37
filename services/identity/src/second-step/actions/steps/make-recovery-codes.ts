import type { Context } from "../../../context.ts";
import { readCode, recoveryCodeCount } from "../../domain/authenticator.ts";

/** Recovery codes, which are shown once. */
export type RecoveryCodes = { readonly accountId: string; readonly codes: readonly string[] };

/** Replaces all recovery codes of the account, within the caller's transaction. */
export async function makeRecoveryCodes(
  { store, secrets, oneTimeCodes }: Context,
  accountId: string,
): Promise<RecoveryCodes> {
  const codes = Array.from({ length: recoveryCodeCount }, () => oneTimeCodes.newRecoveryCode());
  const hashes = codes.map((code) => secrets.hashOf(readCode(code)?.code ?? code));
  await store.authenticators.replaceRecoveryCodes(accountId, hashes);
  return { accountId, codes };
}
