import type { Context } from "../context.ts";
import { requireUsable, type BookingLink } from "../domain/booking-link.ts";
import { BookingLinkInvalid } from "../domain/booking-link-errors.ts";
import { durationOf } from "../domain/duration-of.ts";
import type { MeetingType } from "../domain/meeting-type.ts";
import { DurationNotOffered } from "../domain/slot-errors.ts";
import { bookableMeetingType } from "./bookable-meeting-type.ts";

/** What is to be held or booked, and by which link; where there is one, nobody else uses it meanwhile. */
export type ToBook = {
  readonly meetingType: MeetingType;
  readonly durationMinutes: number;
  readonly link: BookingLink | null;
};

/** The meeting type that the caller wants to book, by its id or by a link to it. */
export async function meetingTypeToBook(
  { store, caller, now, bookingLinks }: Pick<Context, "store" | "caller" | "now" | "bookingLinks">,
  wish: {
    readonly meetingTypeId: string;
    readonly durationMinutes?: number | null | undefined;
    readonly linkToken?: string | null | undefined;
  },
): Promise<ToBook> {
  if (wish.linkToken == null) {
    const meetingType = await bookableMeetingType({ store, caller }, wish.meetingTypeId);
    return {
      meetingType,
      durationMinutes: durationOf(meetingType, wish.durationMinutes),
      link: null,
    };
  }
  const tokenHash = bookingLinks.hashOf(wish.linkToken);
  const link = requireUsable(await store.bookingLinks.lock({ tokenHash }), now);
  const [meetingType] = await store.meetingTypes.findMany([link.meetingTypeId]);
  if (!meetingType?.isActive || meetingType.id !== wish.meetingTypeId)
    throw new BookingLinkInvalid();
  const { durationMinutes } = link;
  if (durationMinutes !== null && (wish.durationMinutes ?? durationMinutes) !== durationMinutes) {
    throw new DurationNotOffered([durationMinutes]);
  }
  return {
    meetingType,
    durationMinutes: durationOf(meetingType, durationMinutes ?? wish.durationMinutes),
    link,
  };
}
