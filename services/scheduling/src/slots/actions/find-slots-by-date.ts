import { WindowTooLong } from "@tidbok/availability";
import { day, input, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { durationOf, roughHorizon } from "../../meeting-types/domain/meeting-rules.ts";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";
import { offeredSlots } from "../domain/offered-slots.ts";
import { slotsByWindow } from "../domain/slots-by-window.ts";
import { slotDays, windowOfDates, type SlotDay } from "../domain/slot-days.ts";
import { findSlotFacts, lookUps } from "./steps/find-slot-facts.ts";
import { routeToken } from "../../routing/domain/route-of.ts";
import { routedMeetingType } from "../../routing/actions/steps/routed-meeting-type.ts";

const longestWindow = 62;

const slotsArguments = z.strictObject({
  from: z.string(),
  to: z.string(),
  timeZone: input.timeZone,
  durationMinutes: z.int().nullish(),
  routeToken: routeToken.nullish(),
});

/** The slots of a meeting type that can be booked now, by date. It takes three statements at most. */
export async function findSlotsByDate(
  context: Context,
  { meetingType: whole, given }: { readonly meetingType: MeetingType; readonly given: unknown },
): Promise<readonly SlotDay[]> {
  const {
    from,
    to,
    timeZone,
    durationMinutes: wanted,
    routeToken,
  } = validate(slotsArguments, given);
  if ((Date.parse(to) - Date.parse(from)) / day + 1 > longestWindow) {
    throw new WindowTooLong(longestWindow, "to");
  }
  const meetingType = routedMeetingType(context, { meetingType: whole, routeToken });
  const dates = windowOfDates({ from, to, timeZone });
  const durationMinutes = durationOf(meetingType, wanted);
  // The past and the time beyond the horizon have no slots, so they need no look-up.
  const horizon = roughHorizon(meetingType, context.now);
  const window = {
    start: Math.max(dates.start, horizon.start),
    end: Math.min(dates.end, horizon.end),
  };
  if (!meetingType.isActive || window.start >= window.end) return [];
  const facts = await findSlotFacts(context, {
    meetingType,
    durationMinutes,
    window,
    source: lookUps(context),
  });
  const slots = slotsByWindow(facts, { stretch: 7 * day, slotsOf: offeredSlots });
  return slotDays(context.slotBudget.take(slots), timeZone);
}
