import { busyRange, type LocalDate } from "@tidbok/availability";
import { type Interval, day } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import { roughHorizon, meetingRules } from "../../../meeting-types/domain/meeting-rules.ts";
import type { MeetingType } from "../../../meeting-types/domain/meeting-type.ts";
import { limitsOf } from "../../../schedules/domain/booking-limit.ts";
import type { HostHours, Schedule } from "../../../schedules/domain/schedule.ts";
import { hostsByWindow } from "../../domain/hosts-by-window.ts";
import type { Reserved } from "../../domain/slot-decision.ts";
import type { SlotFacts, TakenTime } from "../../domain/slot-request.ts";

/** Where the facts come from: from look-ups of the request, or from the transaction behind locks. */
export type FactSource = {
  /** The schedules, with those of the hosts' stand-ins. */
  readonly findSchedules: (ids: readonly string[]) => Promise<readonly HostHours[]>;
  /** The default schedules of hosts that a person chose for what is reserved. */
  readonly findHandPicked: (reserved: Reserved) => Promise<readonly HostHours[]>;
  /** By host; called once the hosts are known. */
  readonly findBusy: (query: {
    readonly hostIds: readonly string[];
    readonly organizationId: string;
    readonly during: Interval;
  }) => Promise<ReadonlyMap<string, readonly TakenTime[]>>;
};

/** For which meeting and window the facts are. */
export type FactsQuery = {
  readonly meetingType: MeetingType;
  readonly durationMinutes: number;
  readonly window: Interval;
  /** Whether the hosts' own booking limits do not count. */
  readonly skipsLimits?: boolean;
  readonly reserved?: Reserved | null;
};

/**
 * The facts that decide when a meeting can begin, in order, for each part of the window in which the hosts are the
 * same. Two statements from the look-ups, however many hosts there are.
 */
export async function findSlotFacts(
  { holidays, now }: Pick<Context, "holidays" | "now">,
  { source, ...query }: FactsQuery & { readonly source: FactSource },
): Promise<readonly SlotFacts[]> {
  const { meetingType, durationMinutes, window, skipsLimits = false, reserved = null } = query;
  const own = await source.findSchedules(meetingType.hosts.map(({ scheduleId }) => scheduleId));
  const parts = hostsByWindow(meetingType, { schedules: byId(own), window });
  const known = new Set(
    parts.flatMap((part) => part.meetingType.hosts.map(({ accountId }) => accountId)),
  );
  const others = reserved?.hostIds.filter((id) => !known.has(id)) ?? [];
  const handPicked =
    reserved && others.length > 0
      ? await source.findHandPicked({ ...reserved, hostIds: others })
      : [];
  const schedules = [...own, ...handPicked].map((each) =>
    skipsLimits ? { ...each, limits: [] } : each,
  );
  const during = busyRange({
    rules: meetingRules(meetingType, durationMinutes),
    window,
    hosts: schedules.map(({ limits }) => ({ limits: limitsOf(limits) })),
  });
  // What is reserved keeps its hosts; the others matter only to find a meeting with seats left.
  const isAlone = reserved !== null && meetingType.seats === 1;
  const hostIds = isAlone ? reserved.hostIds : [...known, ...others];
  const { organizationId } = meetingType;
  const busy = await source.findBusy({ hostIds, organizationId, during });
  // Business days are counted from now on; other rules ask for the holidays of the window alone.
  const isCounted = meetingType.horizonKind === "BUSINESS_DAYS";
  const counted = isCounted ? roughHorizon(meetingType, now) : window;
  const facts = {
    durationMinutes,
    now,
    schedules: byId(schedules),
    holidays: await loadHolidays({ holidays }, { schedules, during: counted }),
    busy,
  };
  return parts.map((part) => ({
    ...facts,
    window: part.window,
    meetingType: withHandPicked(
      // The notice of what is reserved counts from another instant; `checkTime` has looked at it.
      reserved ? { ...part.meetingType, noticeMinutes: 0 } : part.meetingType,
      handPicked,
    ),
  }));
}

/** Reads the facts through the request's loaders, without a lock. */
export function lookUps({ loaders }: Pick<Context, "loaders">): FactSource {
  const load = async (ids: readonly string[]) =>
    (await Promise.all(ids.map((id) => loaders.schedule.load(id)))).flatMap((each) => each ?? []);
  return {
    findSchedules: async (ids) => {
      const own = await load(ids);
      // The loader has these from the same statement.
      const standIns = await load(
        own.flatMap(({ absences }) => absences.flatMap(({ standIn }) => standIn?.scheduleId ?? [])),
      );
      return [...own, ...standIns];
    },
    findHandPicked: () => Promise.resolve([]),
    findBusy: async ({ hostIds, organizationId, during }) => {
      const busy = await Promise.all(
        hostIds.map(async (hostId) => {
          return [hostId, await loaders.busy.load({ hostId, organizationId, during })] as const;
        }),
      );
      return new Map(busy);
    },
  };
}

// A host that a person chose hosts at other times, too, by the default schedule.
function withHandPicked(meetingType: MeetingType, schedules: readonly HostHours[]): MeetingType {
  if (schedules.length === 0) return meetingType;
  const hosts = schedules.map(({ id, ownerId, createdAt }) => ({
    accountId: ownerId,
    scheduleId: id,
    isFixed: true,
    priority: 0,
    weight: 100,
    group: null,
    joinedAt: createdAt,
  }));
  return { ...meetingType, hosts: [...meetingType.hosts, ...hosts] };
}

function byId(schedules: readonly HostHours[]): ReadonlyMap<string, HostHours> {
  return new Map(schedules.map((schedule) => [schedule.id, schedule]));
}

/** By country, the public holidays of the schedules in all years that the interval touches, in any time zone. */
export async function loadHolidays(
  { holidays }: Pick<Context, "holidays">,
  query: {
    readonly schedules: readonly Pick<Schedule, "holidayCountry">[];
    readonly during: Interval;
  },
): Promise<ReadonlyMap<string, readonly LocalDate[]>> {
  const { schedules, during } = query;
  const countries = new Set(schedules.flatMap(({ holidayCountry }) => holidayCountry ?? []));
  const first = new Date(during.start - day).getUTCFullYear();
  const last = new Date(during.end + day).getUTCFullYear();
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return new Map(
    await Promise.all(
      [...countries].map(async (country) => {
        const found = await Promise.all(years.map((year) => holidays.of(country, year)));
        return [country, found.flat().map(({ date }) => date)] as const;
      }),
    ),
  );
}
