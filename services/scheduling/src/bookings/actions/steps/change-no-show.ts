import { validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../../context.ts";
import { bookingIdInput } from "../../domain/booking-input.ts";
import type { Booking } from "../../domain/booking.ts";
import { recordNoShow, undoNoShow } from "../../domain/no-show.ts";
import { lockAsHost } from "./lock-booking.ts";
import { recordChange } from "./record-change.ts";

/** Notes that the attendee did not come, or takes that note back. */
export async function changeNoShow(
  context: Context,
  { given, isNoShow }: { readonly given: unknown; readonly isNoShow: boolean },
): Promise<Booking> {
  const { bookingId } = validate(bookingIdInput, given);
  return inTransaction(context, async (context) => {
    const { booking, by } = await lockAsHost(context, bookingId);
    // A retry changes nothing and tells nothing.
    if ((booking.noShowAt !== null) === isNoShow) return booking;
    const changed = isNoShow ? recordNoShow(booking, context.now) : undoNoShow(booking);
    return recordChange(context, {
      kind: isNoShow ? "NO_SHOW" : "NO_SHOW_UNDONE",
      booking: changed,
      by,
    });
  });
}
