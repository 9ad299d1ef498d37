import { BookingMade } from "@tidbok/events";
import type { Context } from "../../../context.ts";
import type { DecidedSlot } from "../../../slots/actions/steps/decide-slot.ts";
import type { Hold } from "../../../slots/domain/hold.ts";
import type { NewAttendee } from "../../domain/attendee.ts";
import type { NewGuest } from "../../domain/booking-input.ts";
import type { Booking, BookingParty } from "../../domain/booking.ts";
import { inviteGuests } from "./invite-guests.ts";

type Needed = Pick<Context, "store" | "now" | "tell">;

/** The people of a new booking, and the side that made it. */
type Admission = {
  readonly booking: Booking;
  readonly attendee: NewAttendee;
  readonly by: BookingParty;
  /** The account or attendee that made the booking. */
  readonly byId: string;
  readonly guests?: readonly NewGuest[];
  /** Whether the mail about the first booking of the series is about this one, too. */
  readonly isFollowing?: boolean;
};

/** Writes a decided booking with its reservation and its people, and tells of it. */
export async function writeBooking(
  context: Needed,
  {
    slot,
    hold,
    ...admission
  }: Admission & { readonly slot: DecidedSlot; readonly hold: Hold | null },
): Promise<void> {
  await reserve(context, { booking: admission.booking, slot, hold });
  await admit(context, admission);
}

/** Writes the row of a decided booking and its reservation; a hold hands over its own. */
export async function reserve(
  { store }: Pick<Context, "store">,
  {
    booking,
    slot,
    hold,
  }: {
    readonly booking: Booking;
    readonly slot: DecidedSlot;
    readonly hold: Hold | null;
  },
): Promise<void> {
  await store.bookings.insert(booking);
  if (hold) await store.reservations.bookHeld(booking, hold.id);
  else await store.reservations.book(booking, slot);
}

/** Writes the people of a booking that has its reservation, begins its history and tells of it. */
export async function admit(context: Needed, admission: Admission): Promise<void> {
  const { store, now, tell } = context;
  const { booking, attendee, by, byId, guests = [], isFollowing = false } = admission;
  const { id: bookingId, organizationId, hostIds, attendeeIds } = booking;
  await store.attendees.insert(attendee);
  const guestIds = guests.length > 0 ? await inviteFirst(context, { ...admission, guests }) : [];
  await store.changes.append({ kind: "MADE", booking, by, byId, now });
  await tell(
    BookingMade,
    { about: bookingId, organizationId },
    {
      bookingId,
      organizationId,
      hostIds: [...hostIds],
      attendeeIds: [...attendeeIds],
      ...(guestIds.length > 0 && { guestIds: [...guestIds] }),
      isPending: booking.state === "PENDING",
      ...(isFollowing && { isFollowing }),
      ...(by !== "ATTENDEE" && { isOnBehalf: true }),
    },
  );
}

// The caller named the attendee, too, so the caller knows all that take part.
async function inviteFirst(
  context: Needed,
  { booking, guests, byId }: Admission & { readonly guests: readonly NewGuest[] },
): Promise<readonly string[]> {
  const invitation = { booking, guests, invitedById: byId, knowsAll: true };
  return (await inviteGuests(context, invitation)).guestIds;
}
