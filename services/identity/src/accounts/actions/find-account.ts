import { input } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { Account } from "../domain/account.ts";
import { isSelf } from "../domain/is-self.ts";
import { tombstone } from "../domain/tombstone.ts";

/** The account with this id, or null. What of it the caller may learn is decided field by field. */
export async function findAccount(
  { caller, loaders }: Context,
  id: string,
): Promise<Account | null> {
  if (!input.id.safeParse(id).success) return null;
  const account = await loaders.account.load(id);
  return account === null || isSelf(caller, account.id) ? account : tombstone(account);
}

/** The account of the caller, or null. */
export async function findMe(context: Context): Promise<Account | null> {
  const { caller, loaders } = context;
  if (caller.kind !== "account" && caller.kind !== "client") return null;
  return caller.accountId === null ? null : loaders.account.load(caller.accountId);
}
