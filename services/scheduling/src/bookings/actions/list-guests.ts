import type { Context } from "../../context.ts";
import type { Booking } from "../domain/booking.ts";
import type { ShownGuest } from "../domain/guest.ts";
import { isGuest } from "../domain/relation.ts";

/** The guests of a booking. A guest sees itself only; only our services, which mail them, see guests that have left. */
export async function listGuests(
  { caller, loaders }: Context,
  booking: Booking,
): Promise<readonly ShownGuest[]> {
  const guests = await loaders.guests.load(booking.id);
  const own = caller.kind === "attendee" && isGuest(caller, booking) ? caller.attendeeId : null;
  return guests
    .filter(({ id }) => own === null || id === own)
    .filter(({ leftAt }) => leftAt === null || caller.kind === "service")
    .filter(({ isEcho }) => !isEcho || caller.kind !== "service")
    .map((guest) => ({ ...guest, booking }));
}
