import type { Context } from "../../context.ts";
import type { Passkey } from "../domain/passkey.ts";

/** The caller's own passkeys, oldest first; null without a log-in. */
export async function listPasskeys({ caller, store }: Context): Promise<readonly Passkey[] | null> {
  return caller.kind === "account" ? store.passkeys.listOf(caller.accountId) : null;
}
