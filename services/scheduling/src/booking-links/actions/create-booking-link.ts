import { input, newId, requireMember, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { editableMeetingType } from "../../meeting-types/actions/steps/editable-meeting-type.ts";
import { TooManyLinks } from "../domain/booking-link-errors.ts";
import { checkLink, lifetime, mostLinks, type BookingLink } from "../domain/booking-link.ts";

const createBookingLinkInput = z.strictObject({
  meetingTypeId: input.id,
  maximumUses: z.int().min(1).max(1_000).default(1),
  expiresAt: input.instant.nullish(),
  durationMinutes: z.int().nullish(),
  idempotencyKey: input.idempotencyKey,
});

type CreateBookingLinkInput = z.output<typeof createBookingLinkInput>;

/** Creates a link, once per idempotency key, and returns its token, which no other request returns. */
export function createBookingLink(
  context: Context,
  given: unknown,
): Promise<{ readonly bookingLink: BookingLink; readonly token: string }> {
  const input = validate(createBookingLinkInput, given);
  return inTransaction(context, async (context) => {
    const { caller, store, bookingLinks } = context;
    const { organizationId } = await editableMeetingType(context, input.meetingTypeId);
    const request = {
      principal: `account ${requireMember(caller, organizationId)}`,
      operation: "createBookingLink",
      key: input.idempotencyKey,
      request: input,
    };
    const { id } = await store.once(request, () => insertLink(context, input));
    const bookingLink = await store.bookingLinks.findById(id);
    if (!bookingLink) throw new Error("The new booking link is missing in the database.");
    return { bookingLink, token: bookingLinks.tokenOf(id) };
  });
}

async function insertLink(context: Context, input: CreateBookingLinkInput): Promise<string> {
  const { store, now, caller, bookingLinks } = context;
  // The lock makes counting and adding one step, so that two requests cannot both add the last allowed link.
  await store.meetingTypes.lock(input.meetingTypeId);
  const meetingType = await editableMeetingType(context, input.meetingTypeId);
  const { organizationId } = meetingType;
  const link: BookingLink = {
    id: newId(),
    organizationId,
    meetingTypeId: meetingType.id,
    durationMinutes: input.durationMinutes ?? null,
    maximumUses: input.maximumUses,
    uses: 0,
    expiresAt: input.expiresAt ?? now + lifetime.usual,
    revokedAt: null,
    createdBy: requireMember(caller, organizationId),
    createdAt: now,
  };
  checkLink(link, { meetingType, now });
  const active = await store.bookingLinks.countActive(meetingType.id, now);
  if (active >= mostLinks) throw new TooManyLinks(mostLinks);
  await store.bookingLinks.insert(link, bookingLinks.hashOf(bookingLinks.tokenOf(link.id)));
  return link.id;
}
