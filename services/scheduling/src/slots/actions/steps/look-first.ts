import type { Context } from "../../../context.ts";
import { checkTime } from "../../domain/check-time.ts";
import { durationOf } from "../../../meeting-types/domain/duration-of.ts";
import { slotRequest } from "../../domain/slot-request.ts";
import { slotToBook } from "../../domain/slot-to-book.ts";
import type { SlotToHold } from "../../../bookings/domain/booking-input.ts";
import { bookableMeetingType } from "../../../meeting-types/actions/steps/bookable-meeting-type.ts";
import { findSlotFacts } from "./find-slot-facts.ts";
import { routedMeetingType } from "../../../routing/actions/steps/routed-meeting-type.ts";

/**
 * Refuses a slot that can be seen not to be had, as `decideSlot` would, without a lock or a transaction:
 * for whoever comes when others were there first. What it lets pass is decided anew.
 */
export async function lookFirst(
  context: Context,
  wish: SlotToHold & { readonly holdId?: string | null | undefined },
): Promise<void> {
  const { now } = context;
  const { startAt: start } = wish;
  // What a hold or a link opens is decided together with it.
  if (wish.holdId != null || wish.linkToken != null) return;
  const whole = await bookableMeetingType(context, wish.meetingTypeId);
  const { routeToken } = wish;
  const meetingType = routedMeetingType(context, { meetingType: whole, routeToken });
  if (meetingType.seats > 1) return;
  checkTime(start, { meetingType, now, noticeFrom: now });
  const durationMinutes = durationOf(meetingType, wish.durationMinutes);
  const window = { start, end: start + 1 };
  const [facts] = await findSlotFacts(context, { meetingType, durationMinutes, window });
  if (facts) slotToBook(slotRequest(facts), start);
}
