import { input, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { durationOf, roughHorizon } from "../../meeting-types/domain/meeting-rules.ts";
import { firstSlot } from "../domain/first-slot.ts";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";
import { offeredSlots } from "../domain/offered-slots.ts";
import { slotDays, type ShownSlot } from "../domain/slot-days.ts";
import { findSlotFacts, lookUps } from "./steps/find-slot-facts.ts";
import { routeToken } from "../../routing/domain/route-of.ts";
import { routedMeetingType } from "../../routing/actions/steps/routed-meeting-type.ts";

const nextAvailableArguments = z.strictObject({
  timeZone: input.timeZone,
  durationMinutes: z.int().nullish(),
  after: input.instant.nullish(),
  routeToken: routeToken.nullish(),
});

/** The first slot within the whole horizon. It takes as many statements as the slots of one day. */
export async function findNextAvailable(
  context: Context,
  { meetingType: whole, given }: { readonly meetingType: MeetingType; readonly given: unknown },
): Promise<ShownSlot | null> {
  const {
    timeZone,
    durationMinutes: wanted,
    after,
    routeToken,
  } = validate(nextAvailableArguments, given);
  const meetingType = routedMeetingType(context, { meetingType: whole, routeToken });
  const durationMinutes = durationOf(meetingType, wanted);
  const horizon = roughHorizon(meetingType, context.now);
  const window = { ...horizon, start: Math.max(horizon.start, after ?? horizon.start) };
  if (!meetingType.isActive || window.start >= window.end) return null;
  const facts = await findSlotFacts(context, {
    meetingType,
    durationMinutes,
    window,
    source: lookUps(context),
  });
  const slot = firstSlot(facts, offeredSlots);
  return (slot && slotDays([slot], timeZone)[0]?.slots[0]) ?? null;
}
