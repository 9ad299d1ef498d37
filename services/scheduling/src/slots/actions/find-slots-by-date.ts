import { WindowTooLong } from "@tidbok/availability";
import { input, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { routeToken } from "../../routing/domain/route-token.ts";
import { durationOf } from "../../meeting-types/domain/duration-of.ts";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";
import { roughHorizon } from "../../meeting-types/domain/horizon.ts";
import { offeredSlots } from "../domain/offered-slots.ts";
import { slotDays, windowOfDates, type SlotDay } from "../domain/slot-days.ts";
import { findSlotFacts } from "./steps/find-slot-facts.ts";
import { routedMeetingType } from "../../routing/actions/steps/routed-meeting-type.ts";

const day = 24 * 60 * 60_000;
const longestWindow = 62;

const schema = z.strictObject({
  from: z.string(),
  to: z.string(),
  timeZone: input.timeZone,
  durationMinutes: z.int().nullish(),
  routeToken: routeToken.nullish(),
});

/** The times of a meeting type that can be booked now, by date. Three statements at most, however many slots. */
export async function findSlotsByDate(
  context: Context,
  asked: { readonly meetingType: MeetingType; readonly given: unknown },
): Promise<readonly SlotDay[]> {
  const { from, to, timeZone, durationMinutes: wanted, routeToken } = validate(schema, asked.given);
  if ((Date.parse(to) - Date.parse(from)) / day + 1 > longestWindow) {
    throw new WindowTooLong(longestWindow, "to");
  }
  const meetingType = routedMeetingType(context, { meetingType: asked.meetingType, routeToken });
  const dates = windowOfDates({ from, to, timeZone });
  const durationMinutes = durationOf(meetingType, wanted);
  // What has passed and what lies beyond the horizon is not worth a look-up.
  const horizon = roughHorizon(meetingType, context.now);
  const window = {
    start: Math.max(dates.start, horizon.start),
    end: Math.min(dates.end, horizon.end),
  };
  if (!meetingType.isActive || window.start >= window.end) return [];
  const facts = await findSlotFacts(context, { meetingType, durationMinutes, window });
  return slotDays(facts.flatMap(offeredSlots), timeZone);
}
