import type { Context } from "../../context.ts";
import type { Authenticator } from "../domain/authenticator.ts";

/** The caller's own authenticator app; null without one, or without a log-in. */
export async function findAuthenticator({ caller, store }: Context): Promise<Authenticator | null> {
  return caller.kind === "account" ? store.authenticators.find(caller.accountId) : null;
}
