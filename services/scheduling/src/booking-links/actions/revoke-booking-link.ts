import { input, isMemberOf, NotFound, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { BookingLink } from "../domain/booking-link.ts";
import { editableMeetingType } from "../../meeting-types/actions/steps/editable-meeting-type.ts";

const schema = z.strictObject({ bookingLinkId: input.id });

export async function revokeBookingLink(context: Context, given: unknown): Promise<BookingLink> {
  const { bookingLinkId } = validate(schema, given);
  const { caller, now } = context;
  return context.store.transaction(async (store) => {
    const link = await store.bookingLinks.lock({ id: bookingLinkId });
    if (!link || !isMemberOf(caller, link.organizationId)) throw new NotFound("booking link");
    await editableMeetingType({ ...context, store }, link.meetingTypeId);
    if (link.revokedAt !== null) return link;
    await store.bookingLinks.revoke(link, now);
    return { ...link, revokedAt: now };
  });
}
