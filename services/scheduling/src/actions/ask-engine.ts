import { busyRange, type SlotRequest } from "@tidbok/availability";
import type { Interval } from "@tidbok/domain";
import type { Context } from "../context.ts";
import { limitsOf } from "../domain/booking-limit.ts";
import type { MeetingType } from "../domain/meeting-type.ts";
import { meetingRules, slotRequest } from "../domain/slot-request.ts";

/** The question for the engine of when a meeting can begin. Two statements, however many hosts. */
export async function askEngine(
  { loaders, now }: Context,
  asked: {
    readonly meetingType: MeetingType;
    readonly durationMinutes: number;
    readonly window: Interval;
  },
): Promise<SlotRequest> {
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
  return slotRequest({
    meetingType,
    durationMinutes,
    window,
    now,
    schedules: new Map(schedules.map((schedule) => [schedule.id, schedule])),
    busy: new Map(busy),
  });
}
