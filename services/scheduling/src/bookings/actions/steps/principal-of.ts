import type { Context } from "../../../context.ts";
import type { NewBooking } from "../../domain/booking-input.ts";

/**
 * Whose idempotency key it is. Visitors are nobody, so a key is that of the address and the meeting type
 * it came with: whoever hits upon the key of somebody else meets nothing of theirs.
 */
export function principalOf(
  { caller, fingerprint }: Pick<Context, "caller" | "fingerprint">,
  { meetingTypeId, attendee }: Pick<NewBooking, "meetingTypeId" | "attendee">,
): string {
  if (caller.kind === "account") return `account ${caller.accountId}`;
  if (caller.kind === "client") return `client ${caller.clientId} ${caller.accountId ?? ""}`;
  const visitor = JSON.stringify([meetingTypeId, attendee.email.toLowerCase()]);
  return `${caller.kind} ${fingerprint(visitor)}`;
}
