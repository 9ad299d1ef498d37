import type { Instant } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import { castings } from "../../../slots/domain/castings.ts";
import type { MeetingType } from "../../../meeting-types/domain/meeting-type.ts";

/**
 * Locks all who host any of the meetings before the first is decided on. Else two series whose hosts
 * differ by date (somebody stands in) would lock each other out.
 */
export async function lockSeriesHosts(
  { store }: Pick<Context, "store">,
  asked: { readonly meetingType: MeetingType; readonly starts: readonly Instant[] },
): Promise<void> {
  const { meetingType, starts } = asked;
  const schedules = await store.schedules.findHours(
    meetingType.hosts.map(({ scheduleId }) => scheduleId),
  );
  const window = { start: Math.min(...starts), end: Math.max(...starts) + 1 };
  const byId = new Map(schedules.map((schedule) => [schedule.id, schedule]));
  const parts = castings(meetingType, { schedules: byId, window });
  const ids = parts.flatMap((part) => part.meetingType.hosts.map(({ accountId }) => accountId));
  await store.reservations.lockHosts([...new Set(ids)]);
}
