import type { Context } from "../../../context.ts";
import type { NewAttendee } from "../../domain/attendee.ts";
import type { Booking, BookingParty } from "../../domain/booking.ts";
import type { NewGuest } from "../../domain/guest.ts";
import type { Hold } from "../../../slots/domain/hold.ts";
import type { GroupChoice } from "../../../slots/domain/hosts-of-slot.ts";
import type { Seat } from "../../../slots/domain/seat.ts";
import { admitAttendee } from "./admit-attendee.ts";

/** A booking that was decided on: what it takes, for whom, and who made it. */
type Made = {
  readonly booking: Booking;
  readonly slot: { readonly seat: Seat; readonly choices: readonly GroupChoice[] };
  readonly hold: Hold | null;
  readonly attendee: NewAttendee;
  readonly by: BookingParty;
  readonly byId: string;
  readonly guests: readonly NewGuest[];
};

/** Writes a booking with all that belongs to it, and tells of it. */
export async function writeBooking(
  context: Pick<Context, "store" | "now" | "traceparent">,
  { slot, hold, ...made }: Made,
): Promise<void> {
  const { store } = context;
  await store.bookings.insert(made.booking);
  if (hold) await store.reservations.bookHeld(made.booking, hold.id);
  else await store.reservations.book(made.booking, slot);
  await admitAttendee(context, made);
}
