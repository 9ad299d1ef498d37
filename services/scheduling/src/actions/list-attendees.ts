import type { Context } from "../context.ts";
import type { Attendee } from "../domain/attendee.ts";
import type { Booking } from "../domain/booking.ts";

/** Who attends, without anything personal; that is opened only for who may see it. */
export async function listAttendees(
  { loaders }: Context,
  booking: Booking & { readonly isOwn?: boolean },
): Promise<readonly Attendee[]> {
  const ids = await loaders.attendeeIds.load(booking.id);
  return ids.map((id) => ({ id, booking, isOwn: booking.isOwn === true }));
}
