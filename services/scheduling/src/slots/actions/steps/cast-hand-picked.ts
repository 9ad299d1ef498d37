import type { Context } from "../../../context.ts";
import type { MeetingType } from "../../../meeting-types/domain/meeting-type.ts";
import type { HostHours } from "../../../schedules/domain/schedule.ts";

type Settled = {
  /** The meeting type with those who host at the time. */
  readonly cast: MeetingType;
  /** The booking or the meeting that has hosts already, if any. */
  readonly settled: { readonly id: string; readonly hostIds: readonly string[] } | undefined;
};

type Cast = { readonly meetingType: MeetingType; readonly schedules: readonly HostHours[] };

/**
 * The meeting type with those who host a booking only because somebody gave it to them by hand: they
 * host it at other times too, by their own default schedule.
 */
export async function castHandPicked(
  { store }: Pick<Context, "store">,
  { cast, settled }: Settled,
): Promise<Cast> {
  const known = new Set(cast.hosts.map(({ accountId }) => accountId));
  const others = settled?.hostIds.filter((id) => !known.has(id)) ?? [];
  if (!settled || others.length === 0) return { meetingType: cast, schedules: [] };
  const schedules = await store.schedules.findOfHandPicked(settled.id, others);
  const hosts = schedules.map(({ id, ownerId, createdAt }) => ({
    ...{ accountId: ownerId, scheduleId: id, isFixed: true, priority: 0, weight: 100 },
    ...{ group: null, joinedAt: createdAt },
  }));
  return { meetingType: { ...cast, hosts: [...cast.hosts, ...hosts] }, schedules };
}
