import { Forbidden } from "@tidbok/domain";
import type { Booking, BookingParty } from "../../../bookings/domain/booking.ts";
import { idOfChanger } from "../../../bookings/domain/relation.ts";
import type { Context } from "../../../context.ts";

type TakeOver = {
  readonly booking: Booking;
  readonly by: BookingParty;
  readonly toHostId: string;
};

/**
 * Refuses an admin that takes a booking over in person. A host reads what attendees answered, and an admin may not read
 * it: a host consents by handing the booking over, an owner by letting admins see attendees.
 */
export async function requireConsent(
  { caller, store }: Pick<Context, "caller" | "store">,
  { booking, by, toHostId }: TakeOver,
): Promise<void> {
  if (by !== "ADMIN" || toHostId !== idOfChanger(caller)) return;
  const [isOverseen] = await store.attendeesVisibleToAdmins.areOn([booking.organizationId]);
  if (isOverseen) return;
  throw new Forbidden(
    "An admin takes a booking over only where admins may see attendees. A host can hand it over.",
  );
}
