import type { Context } from "../../context.ts";
import type { Account } from "../../accounts/domain/account.ts";
import { leave } from "./steps/leave.ts";

const day = 86_400_000;

/** Closes the caller's account: it is erased after the days of grace, unless they log in again before. Throws LastOwner. */
export function closeAccount(context: Context): Promise<Account> {
  return leave(context, { closesAt: context.now + context.keep.closingDays * day });
}
