import type { Context } from "../../context.ts";
import type { Account } from "../../accounts/domain/account.ts";

/** Whom the agent who asks has an access to; null without one, and for everybody else. */
export async function findSupportedAccount({ caller, loaders }: Context): Promise<Account | null> {
  if (caller.kind !== "staff" || caller.subjectId === null) return null;
  return loaders.account.load(caller.subjectId);
}
