import type { Caller } from "@tidbok/domain";

/** Whether the caller is this person, or acts on their grant, or helps just them. */
export function isSelf(caller: Caller, accountId: string): boolean {
  if (caller.kind === "account" || caller.kind === "client") return caller.accountId === accountId;
  return caller.kind === "staff" && caller.subjectId === accountId;
}
