import { comparableEmail, InvalidInput, newId } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import { mostGuests, type NewGuest } from "../../domain/booking-input.ts";
import type { Booking } from "../../domain/booking.ts";

/** The guests that were added: all, and those that get mails, because their addresses are new to the booking. */
type Invited = { readonly guestIds: readonly string[]; readonly mailedIds: readonly string[] };

/**
 * Writes the guests of a booking that the transaction has locked or made. Of people that the inviter may know it passes
 * over those that take part already, so a retry invites each guest once, and refuses those that have left. A person
 * that takes part without the inviter being allowed to know is added like any other, as an echo: whether an address was
 * guessed right shows nowhere.
 */
export async function inviteGuests(
  { store, now }: Pick<Context, "store" | "now">,
  invitation: {
    readonly booking: Booking;
    readonly guests: readonly NewGuest[];
    readonly invitedById: string;
    /** Whether the inviter may read the addresses of all that take part. */
    readonly knowsAll: boolean;
  },
): Promise<Invited> {
  const { booking, guests, invitedById, knowsAll } = invitation;
  const bookingId = booking.id;
  const people = await store.guests.findKnown(
    bookingId,
    guests.map(({ email }) => email),
  );
  const knownTo = (email: string) =>
    (people.get(email) ?? []).filter(
      (person) => knowsAll || person.id === invitedById || person.invitedById === invitedById,
    );
  const message = "has left this meeting";
  const gone = guests.flatMap(({ email }, i) =>
    knownTo(email).some(({ hasLeft }) => hasLeft)
      ? [{ path: `guests.${i}.email`, code: "HAS_LEFT", message }]
      : [],
  );
  if (gone.length > 0) throw new InvalidInput(gone);
  const plain = guests.map(({ email }) => comparableEmail(email));
  const fresh = guests.filter(
    ({ email }, i) => knownTo(email).length === 0 && plain.indexOf(plain[i] ?? "") === i,
  );
  const before = await store.guests.findMany([bookingId]);
  if (before.length + fresh.length > mostGuests) {
    const tooMany = `exceeds the limit of ${mostGuests} guests per booking, those that left included`;
    throw new InvalidInput([{ path: "guests", code: "TOO_MANY", message: tooMany }]);
  }
  const rows = fresh.map((guest) => {
    const isEcho = (people.get(guest.email) ?? []).length > 0;
    return { ...guest, id: newId(), invitedById, isEcho };
  });
  await store.guests.insertMany({ organizationId: booking.organizationId, bookingId, now }, rows);
  return {
    guestIds: rows.map(({ id }) => id),
    mailedIds: rows.filter(({ isEcho }) => !isEcho).map(({ id }) => id),
  };
}
