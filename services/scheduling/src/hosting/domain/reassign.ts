import { input, InvalidInput } from "@tidbok/domain";
import { z } from "zod";
import type { Booking } from "../../bookings/domain/booking.ts";
import type { HandChoice, HandOver } from "../../slots/domain/hosts-of-slot.ts";

/** The input of reassignHost. */
export const reassignHostInput = z.strictObject({
  bookingId: input.id,
  fromHostId: input.id,
  toHostId: input.id,
  mayBeAnyMember: z.boolean().default(false),
});

/** Whether the hand-over was done before: a retry. Throws InvalidInput for an account that never hosted the booking. */
export function isHandedOver(
  {
    hostIds,
    formerHostIds,
  }: Pick<Booking, "hostIds"> & { readonly formerHostIds: readonly string[] },
  { fromHostId, toHostId }: HandOver,
): boolean {
  const isHost = (id: string) => hostIds.includes(id);
  if (formerHostIds.includes(fromHostId) && !isHost(fromHostId) && isHost(toHostId)) return true;
  const to = { path: "toHostId", code: "SAME_PERSON", message: "must not host the booking yet" };
  const from = { path: "fromHostId", code: "UNKNOWN_HOST", message: "must host the booking" };
  if (!isHost(fromHostId)) throw new InvalidInput([from]);
  if (isHost(toHostId)) throw new InvalidInput([to]);
  return false;
}

/** The booking with the new host in the place of the old one. */
export function reassign(booking: Booking, { fromHostId, toHostId }: HandOver): Booking {
  const hostIds = booking.hostIds.map((id) => (id === fromHostId ? toHostId : id));
  return { ...booking, hostIds, sequence: booking.sequence + 1 };
}

/** The explanation why the new host hosts. */
export function chosenByHand({ toHostId }: HandOver, byId: string): HandChoice {
  const explanation = `${toHostId} takes the meeting: ${byId} chose so by hand.`;
  return { hostId: toHostId, group: null, reason: "BY_HAND", byId, explanation, standings: [] };
}
