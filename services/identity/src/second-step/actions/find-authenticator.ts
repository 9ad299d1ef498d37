import type { Context } from "../../context.ts";
import type { Authenticator } from "../domain/authenticator.ts";

/** The caller's own authenticator app; null for who has none and for who is not logged in. */
export async function findAuthenticator({ caller, store }: Context): Promise<Authenticator | null> {
  return caller.kind === "account" ? store.authenticators.find(caller.accountId) : null;
}
