import { InvalidInput, newId } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import { mostGuests, type NewGuest } from "../../domain/booking-input.ts";
import type { Booking } from "../../domain/booking.ts";

/**
 * Writes the guests of a booking that the transaction has locked or made; gives their ids. It passes over people that
 * take part already, so a retry invites each guest once, and refuses guests that have left.
 */
export async function inviteGuests(
  { store, now }: Pick<Context, "store" | "now">,
  invitation: {
    readonly booking: Booking;
    readonly guests: readonly NewGuest[];
    readonly invitedById: string;
  },
): Promise<readonly string[]> {
  const { booking, guests, invitedById } = invitation;
  const bookingId = booking.id;
  const known = await store.guests.findKnown(
    bookingId,
    guests.map(({ email }) => email),
  );
  const message = "has left this meeting";
  const gone = guests.flatMap(({ email }, i) =>
    known.get(email)?.hasLeft ? [{ path: `guests.${i}.email`, code: "HAS_LEFT", message }] : [],
  );
  if (gone.length > 0) throw new InvalidInput(gone);
  const fresh = guests.filter(
    ({ email }, i) => !known.has(email) && guests.findIndex((other) => other.email === email) === i,
  );
  const before = await store.guests.findMany([bookingId]);
  if (before.length + fresh.length > mostGuests) {
    const tooMany = `exceeds the limit of ${mostGuests} guests per booking, those that left included`;
    throw new InvalidInput([{ path: "guests", code: "TOO_MANY", message: tooMany }]);
  }
  const rows = fresh.map((guest) => ({ ...guest, id: newId(), invitedById }));
  await store.guests.insertMany({ organizationId: booking.organizationId, bookingId, now }, rows);
  return rows.map(({ id }) => id);
}
