import type { Context } from "../../context.ts";
import type { PersonalToken } from "../domain/personal-token.ts";

/** The caller's own tokens, oldest first; null without a log-in. */
export async function listPersonalTokens({
  caller,
  store,
}: Context): Promise<readonly PersonalToken[] | null> {
  return caller.kind === "account" ? store.personalTokens.listOf(caller.accountId) : null;
}
