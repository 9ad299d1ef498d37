import type { Caller } from "@tidbok/domain";

/** What the caller is to an account: its person, or a stranger. */
export function relationTo(caller: Caller, accountId: string): "self" | "none" {
  if (caller.kind !== "account" && caller.kind !== "client") return "none";
  return caller.accountId === accountId ? "self" : "none";
}
