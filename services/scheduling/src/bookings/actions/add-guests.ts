import { validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { addGuestsInput } from "../domain/booking-input.ts";
import { requireActive, type Booking } from "../domain/booking.ts";
import { idOfChanger } from "../domain/relation.ts";
import { inviteGuests } from "./steps/invite-guests.ts";
import { lockBooking } from "./steps/lock-booking.ts";
import { recordChange } from "./steps/record-change.ts";

/** Invites guests to a booking; guests that are invited already are passed over, so a retry changes nothing. */
export async function addGuests(context: Context, given: unknown): Promise<Booking> {
  const { bookingId, guests } = validate(addGuestsInput, given);
  return inTransaction(context, async (context) => {
    const { booking, by } = await lockBooking(context, bookingId);
    requireActive(booking, context.now);
    const invitedById = idOfChanger(context.caller);
    // An admin or an app may change the booking without reading who takes part in it.
    const knowsAll = by === "HOST" && context.caller.kind === "account";
    const invitation = { booking, guests, invitedById, knowsAll };
    const { guestIds, mailedIds } = await inviteGuests(context, invitation);
    if (guestIds.length === 0) return booking;
    const changed = { ...booking, guestIds: [...booking.guestIds, ...guestIds] };
    return recordChange(context, {
      kind: "GUESTS_INVITED",
      booking: changed,
      by,
      guestIds: mailedIds,
    });
  });
}
