import type { Context } from "../../context.ts";
import type { Account } from "../../accounts/domain/account.ts";

/** The account that the calling agent has access to; null without an access, and for other callers. */
export async function findSupportedAccount({ caller, loaders }: Context): Promise<Account | null> {
  if (caller.kind !== "staff" || caller.subjectId === null) return null;
  return loaders.account.load(caller.subjectId);
}
