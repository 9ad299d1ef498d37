import { busyRange } from "@tidbok/availability";
import type { Interval } from "@tidbok/domain";
import { meetingRules } from "../../../meeting-types/domain/meeting-rules.ts";
import type { Context } from "../../../context.ts";
import { limitsOf } from "../../../schedules/domain/booking-limit.ts";
import { roughHorizon } from "../../../meeting-types/domain/horizon.ts";
import { castings } from "../../domain/castings.ts";
import type { MeetingType } from "../../../meeting-types/domain/meeting-type.ts";
import { type SlotFacts } from "../../domain/slot-request.ts";
import { loadHolidays } from "../../../schedules/actions/steps/load-holidays.ts";

/**
 * What it depends on when a meeting can begin, for each part of the window in which the same people
 * host, in order. Two statements, however many hosts.
 */
export async function findSlotFacts(
  context: Context,
  asked: {
    readonly meetingType: MeetingType;
    readonly durationMinutes: number;
    readonly window: Interval;
  },
): Promise<readonly SlotFacts[]> {
  const { loaders, now } = context;
  const { meetingType, durationMinutes, window } = asked;
  const load = async (ids: readonly string[]) =>
    (await Promise.all(ids.map((id) => loaders.schedule.load(id)))).flatMap((each) => each ?? []);
  const own = await load(meetingType.hosts.map(({ scheduleId }) => scheduleId));
  // These came along with those: no statement of their own.
  const others = await load(
    own.flatMap(({ absences }) => absences.flatMap(({ standIn }) => standIn?.scheduleId ?? [])),
  );
  const all = [...own, ...others];
  const byId = new Map(all.map((schedule) => [schedule.id, schedule]));
  const during = busyRange({
    rules: meetingRules(meetingType, durationMinutes),
    window,
    hosts: all.map(({ limits }) => ({ limits: limitsOf(limits) })),
  });
  const parts = castings(meetingType, { schedules: byId, window });
  const hostIds = parts.flatMap((part) => part.meetingType.hosts.map(({ accountId }) => accountId));
  const busy = await Promise.all(
    [...new Set(hostIds)].map(async (hostId) => {
      return [hostId, await loaders.busy.load({ hostId, during })] as const;
    }),
  );
  const { end } = roughHorizon(meetingType, now);
  const facts = {
    durationMinutes,
    now,
    schedules: byId,
    holidays: await loadHolidays(context, { schedules: all, during: { start: now, end } }),
    busy: new Map(busy),
  };
  return parts.map((part) => ({ ...facts, ...part }));
}
