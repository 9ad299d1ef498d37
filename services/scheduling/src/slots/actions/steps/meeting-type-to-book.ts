import type { Context } from "../../../context.ts";
import { requireUsable, type BookingLink } from "../../../booking-links/domain/booking-link.ts";
import { BookingLinkInvalid } from "../../../booking-links/domain/booking-link-errors.ts";
import { durationOf } from "../../../meeting-types/domain/duration-of.ts";
import type { MeetingType } from "../../../meeting-types/domain/meeting-type.ts";
import { DurationNotOffered } from "../../../meeting-types/domain/slot-errors.ts";
import { bookableMeetingType } from "../../../meeting-types/actions/steps/bookable-meeting-type.ts";
import { routedMeetingType } from "../../../routing/actions/steps/routed-meeting-type.ts";

/** What is to be held or booked, and by which link; where there is one, nobody else uses it meanwhile. */
export type ToBook = {
  readonly meetingType: MeetingType;
  readonly durationMinutes: number;
  readonly link: BookingLink | null;
};

type Wish = {
  readonly meetingTypeId: string;
  readonly durationMinutes?: number | null | undefined;
  readonly linkToken?: string | null | undefined;
  readonly routeToken?: string | null | undefined;
};

type Parts = Pick<Context, "store" | "caller" | "now" | "bookingLinks" | "routeTokens">;

/** The meeting type that the caller wants to book, by its id or by a link to it, with the hosts whom a routing form led to. */
export async function meetingTypeToBook(context: Parts, wish: Wish): Promise<ToBook> {
  const { meetingType: whole, link } = await reached(context, wish);
  const { routeToken } = wish;
  const meetingType = routedMeetingType(context, { meetingType: whole, routeToken });
  const fixed = link?.durationMinutes ?? null;
  if (fixed !== null && (wish.durationMinutes ?? fixed) !== fixed) {
    throw new DurationNotOffered([fixed]);
  }
  const durationMinutes = durationOf(meetingType, fixed ?? wish.durationMinutes);
  return { meetingType, durationMinutes, link };
}

async function reached(
  context: Parts,
  { meetingTypeId, linkToken }: Wish,
): Promise<Pick<ToBook, "meetingType" | "link">> {
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
