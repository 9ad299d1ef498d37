import { isId } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { ShownGuest } from "../domain/guest.ts";
import { findBooking } from "./find-booking.ts";
import { listGuests } from "./list-guests.ts";

/** The guest, where the caller sees it in the list of the booking's guests; null otherwise. */
export async function findGuest(context: Context, id: string): Promise<ShownGuest | null> {
  const bookingId = isId(id) ? await context.store.attendees.bookingIdOf(id) : null;
  const booking = bookingId === null ? null : await findBooking(context, bookingId);
  if (booking === null) return null;
  return (await listGuests(context, booking)).find((guest) => guest.id === id) ?? null;
}
