import type { Instant } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { MeetingType } from "../../../meeting-types/domain/meeting-type.ts";
import { hostsByWindow } from "../../../slots/domain/hosts-by-window.ts";

/**
 * Locks all hosts of all meetings before the first decision. Otherwise two series would deadlock when their hosts differ
 * by date (because a stand-in hosts some).
 */
export async function lockSeriesHosts(
  { store }: Pick<Context, "store">,
  series: { readonly meetingType: MeetingType; readonly starts: readonly Instant[] },
): Promise<void> {
  const { meetingType, starts } = series;
  const found = await store.schedules.findHours(
    meetingType.hosts.map(({ scheduleId }) => scheduleId),
  );
  const window = { start: Math.min(...starts), end: Math.max(...starts) + 1 };
  const schedules = new Map(found.map((schedule) => [schedule.id, schedule]));
  const parts = hostsByWindow(meetingType, { schedules, window });
  const ids = parts.flatMap((part) => part.meetingType.hosts.map(({ accountId }) => accountId));
  await store.reservations.lockHosts([...new Set(ids)]);
}
