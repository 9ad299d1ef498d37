import type { Context } from "../../../context.ts";
import { BookingLinkInvalid } from "../../../booking-links/domain/booking-link-errors.ts";
import { requireUsable, type BookingLink } from "../../../booking-links/domain/booking-link.ts";
import { bookableMeetingType } from "../../../meeting-types/actions/steps/bookable-meeting-type.ts";
import { durationOf } from "../../../meeting-types/domain/meeting-rules.ts";
import type { MeetingType } from "../../../meeting-types/domain/meeting-type.ts";
import { DurationNotOffered } from "../../../meeting-types/domain/slot-errors.ts";
import { routedMeetingType } from "../../../routing/actions/steps/routed-meeting-type.ts";
import type { SlotInput } from "../../domain/slot-input.ts";

/** The meeting type and duration to book, and the link that opens it; no other request uses the link meanwhile. */
export type MeetingTypeToBook = {
  readonly meetingType: MeetingType;
  readonly durationMinutes: number;
  readonly link: BookingLink | null;
};

type Needed = Pick<Context, "store" | "caller" | "now" | "bookingLinks" | "routeTokens">;

/** The meeting type that the input names by its id or by a link, with the hosts that a routing form led to. */
export async function meetingTypeToBook(
  context: Needed,
  input: Omit<SlotInput, "startAt">,
): Promise<MeetingTypeToBook> {
  const { meetingType: whole, link } = await openMeetingType(context, input);
  const { routeToken } = input;
  const meetingType =
    routeToken == null ? whole : routedMeetingType(context, { meetingType: whole, routeToken });
  const fixed = link?.durationMinutes ?? null;
  if (fixed !== null && (input.durationMinutes ?? fixed) !== fixed) {
    throw new DurationNotOffered([fixed]);
  }
  const durationMinutes = durationOf(meetingType, fixed ?? input.durationMinutes);
  return { meetingType, durationMinutes, link };
}

async function openMeetingType(
  context: Needed,
  { meetingTypeId, linkToken }: Omit<SlotInput, "startAt">,
): Promise<Pick<MeetingTypeToBook, "meetingType" | "link">> {
  if (linkToken == null) {
    return { meetingType: await bookableMeetingType(context, meetingTypeId), link: null };
  }
  const { store, now, bookingLinks } = context;
  const tokenHash = bookingLinks.hashOf(linkToken);
  const link = requireUsable(await store.bookingLinks.lock({ tokenHash }), now);
  if (link.meetingTypeId !== meetingTypeId) throw new BookingLinkInvalid();
  const [meetingType] = await store.meetingTypes.findMany([meetingTypeId]);
  if (!meetingType?.isActive) throw new BookingLinkInvalid();
  return { meetingType, link };
}
