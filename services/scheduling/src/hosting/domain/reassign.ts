import { DomainError, input, InvalidInput } from "@tidbok/domain";
import { z } from "zod";
import type { ErrorCode } from "../../error-codes.ts";
import type { Booking } from "../../bookings/domain/booking.ts";
import type { GroupChoice } from "../../slots/domain/hosts-of-slot.ts";

/** Another host for a booking, as it is sent. */
export const hostChange = z.strictObject({
  bookingId: input.id,
  fromHostId: input.id,
  toHostId: input.id,
  mayBeAnyMember: z.boolean().default(false),
});

/** From whom to whom. */
export type HandOver = { readonly fromHostId: string; readonly toHostId: string };

/** Why somebody hosts who was chosen by a person. */
export type HandChoice = Omit<GroupChoice, "reason"> & {
  readonly reason: "BY_HAND";
  readonly byId: string;
};

export class HostNotAvailable extends DomainError<ErrorCode> {
  constructor() {
    super("HOST_NOT_AVAILABLE", "This host has something else at this time, or is away.");
  }
}

/** Whether that is so already: a retry. Throws InvalidInput for who neither hosts nor hosted the booking. */
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

/** The booking with the one host in the place of the other. */
export function reassign(booking: Booking, { fromHostId, toHostId }: HandOver): Booking {
  const hostIds = booking.hostIds.map((id) => (id === fromHostId ? toHostId : id));
  return { ...booking, hostIds, sequence: booking.sequence + 1 };
}

/** What is kept of why the new host hosts. */
export function chosenByHand({ toHostId }: HandOver, byId: string): HandChoice {
  const explanation = `${toHostId} takes the meeting: ${byId} chose so by hand.`;
  return { hostId: toHostId, group: null, reason: "BY_HAND", byId, explanation, standings: [] };
}
