import type { Context } from "../../context.ts";
import type { Account } from "../../accounts/domain/account.ts";
import { leave } from "./steps/leave.ts";

/** Takes the caller's account out of use until they log in again. */
export function deactivateAccount(context: Context): Promise<Account> {
  return leave(context, { closesAt: null });
}
