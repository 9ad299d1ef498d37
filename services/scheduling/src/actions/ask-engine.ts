import { busyRange, type SlotRequest } from "@tidbok/availability";
import type { Interval } from "@tidbok/domain";
import type { Context } from "../context.ts";
import { limitsOf } from "../domain/booking-limit.ts";
import { roughHorizon } from "../domain/horizon.ts";
import type { MeetingType } from "../domain/meeting-type.ts";
import { meetingRules, slotRequest } from "../domain/slot-request.ts";
import { loadHolidays } from "./load-holidays.ts";

/** The question for the engine of when a meeting can begin. Two statements, however many hosts. */
export async function askEngine(
  context: Context,
  asked: {
    readonly meetingType: MeetingType;
    readonly durationMinutes: number;
    readonly window: Interval;
  },
): Promise<SlotRequest> {
  const { loaders, now } = context;
  const { meetingType, durationMinutes, window } = asked;
  const found = await loaders.schedule.loadMany(
    meetingType.hosts.map(({ scheduleId }) => scheduleId),
  );
  const schedules = found.flatMap((schedule) => {
    if (schedule instanceof Error) throw schedule;
    return schedule ? [schedule] : [];
  });
  const during = busyRange({
    rules: meetingRules(meetingType, durationMinutes),
    window,
    hosts: schedules.map(({ limits }) => ({ limits: limitsOf(limits) })),
  });
  const busy = await Promise.all(
    meetingType.hosts.map(async ({ accountId: hostId }) => {
      return [hostId, await loaders.busy.load({ hostId, during })] as const;
    }),
  );
  const { end } = roughHorizon(meetingType, now);
  return slotRequest({
    meetingType,
    durationMinutes,
    window,
    now,
    schedules: new Map(schedules.map((schedule) => [schedule.id, schedule])),
    holidays: await loadHolidays(context, { schedules, during: { start: now, end } }),
    busy: new Map(busy),
  });
}
