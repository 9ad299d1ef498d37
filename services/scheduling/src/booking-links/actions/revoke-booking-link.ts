import { input, isMemberOf, NotFound, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { editableMeetingType } from "../../meeting-types/actions/steps/editable-meeting-type.ts";
import type { BookingLink } from "../domain/booking-link.ts";

const revokeBookingLinkInput = z.strictObject({ bookingLinkId: input.id });

/** Revokes a link; a revoked link stays as it is. Bookings that were made with it stay, too. */
export function revokeBookingLink(context: Context, given: unknown): Promise<BookingLink> {
  const { bookingLinkId } = validate(revokeBookingLinkInput, given);
  const { caller, now } = context;
  return inTransaction(context, async (context) => {
    const { bookingLinks } = context.store;
    const link = await bookingLinks.lock({ id: bookingLinkId });
    if (!link || !isMemberOf(caller, link.organizationId)) throw new NotFound("booking link");
    await editableMeetingType(context, link.meetingTypeId);
    if (link.revokedAt !== null) return link;
    await bookingLinks.revoke(link, now);
    return { ...link, revokedAt: now };
  });
}
