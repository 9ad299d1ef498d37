import { Forbidden, type Caller } from "@tidbok/domain";

/** The id of the person who changes a booking. */
export function changedBy(caller: Caller): string {
  if (caller.kind === "account") return caller.accountId;
  if (caller.kind === "attendee") return caller.attendeeId;
  if (caller.kind === "client" && caller.accountId !== null) return caller.accountId;
  throw new Forbidden();
}
