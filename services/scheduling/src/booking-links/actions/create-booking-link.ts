import { input, newId, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { checkLink, linkLength, mostLinks, type BookingLink } from "../domain/booking-link.ts";
import { TooManyLinks } from "../domain/booking-link-errors.ts";
import { memberOf } from "../../schedules/domain/member-of.ts";
import { editableMeetingType } from "../../meeting-types/actions/steps/editable-meeting-type.ts";

const schema = z.strictObject({
  meetingTypeId: input.id,
  maximumUses: z.int().min(1).max(1_000).default(1),
  expiresAt: z.number().nullish(),
  durationMinutes: z.int().nullish(),
  idempotencyKey: input.idempotencyKey,
});

type Wish = z.output<typeof schema>;

/** Makes a link, once per idempotency key; its token is told here and never again. */
export async function createBookingLink(
  context: Context,
  given: unknown,
): Promise<{ readonly bookingLink: BookingLink; readonly token: string }> {
  const wish = validate(schema, given);
  const { bookingLinks } = context;
  return context.store.transaction(async (store) => {
    const { organizationId } = await editableMeetingType({ ...context, store }, wish.meetingTypeId);
    const createdBy = memberOf(context.caller, organizationId);
    const request = {
      principal: `account ${createdBy}`,
      operation: "createBookingLink",
      key: wish.idempotencyKey,
      request: wish,
    };
    const { id } = await store.once(request, () => make({ ...context, store }, wish));
    const bookingLink = await store.bookingLinks.findById(id);
    if (!bookingLink) throw new Error("A link that was just made is not there.");
    return { bookingLink, token: bookingLinks.tokenOf(id) };
  });
}

async function make(context: Context, wish: Wish): Promise<string> {
  const { store, now, caller, bookingLinks } = context;
  // Of two who make the last link that is allowed, one waits for the other.
  await store.meetingTypes.lock(wish.meetingTypeId);
  const meetingType = await editableMeetingType(context, wish.meetingTypeId);
  const { organizationId } = meetingType;
  const link: BookingLink = {
    id: newId(),
    organizationId,
    meetingTypeId: meetingType.id,
    durationMinutes: wish.durationMinutes ?? null,
    maximumUses: wish.maximumUses,
    uses: 0,
    expiresAt: wish.expiresAt ?? now + linkLength.usual,
    revokedAt: null,
    createdBy: memberOf(caller, organizationId),
    createdAt: now,
  };
  checkLink(link, { meetingType, now });
  const active = await store.bookingLinks.countActive(meetingType.id, now);
  if (active >= mostLinks) throw new TooManyLinks(mostLinks);
  await store.bookingLinks.insert(link, bookingLinks.hashOf(bookingLinks.tokenOf(link.id)));
  return link.id;
}
