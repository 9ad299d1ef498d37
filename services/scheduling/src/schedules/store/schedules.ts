import { breaks, toDate, toDay, toInstant, type IdPage } from "@tidbok/service";
import type { BookingLimit } from "../domain/booking-limit.ts";
import { type HostHours, type Schedule, minutesOf, wallTimeOf } from "../domain/schedule.ts";
import { ScheduleInUse } from "../domain/schedule-in-use.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Client } from "../../store/client.ts";
import { idPageClause } from "../../store/id-page-clause.ts";

type Minutes = { readonly start: number; readonly end: number };

type Row = {
  readonly id: string;
  readonly organization_id: string;
  readonly owner_id: string;
  readonly time_zone: string;
  readonly weekly: readonly (Minutes & { readonly days: readonly number[] })[];
  readonly overrides: readonly { readonly date: string; readonly windows: readonly Minutes[] }[];
  readonly travel: HostHours["travel"];
  readonly holiday_country: string | null;
  readonly is_default: boolean;
  readonly limits: readonly BookingLimit[];
  readonly is_missing: boolean;
  readonly absences: readonly {
    readonly from: string;
    readonly to: string;
    readonly standInId: string | null;
    readonly scheduleId: string | null;
  }[];
  readonly created_at: Date;
  readonly updated_at: Date;
};

// One statement reads schedules with all their hours, because each statement more would slow down the slots query.
const selected = Prisma.sql`
  SELECT s.*, is_missing(s.organization_id, s.owner_id),
    coalesce((SELECT json_agg(json_build_object('days', w.days, 'start', w.start_minute, 'end', w.end_minute) ORDER BY w.position)
      FROM schedule_window w WHERE w.schedule_id = s.id), '[]') AS weekly,
    coalesce((SELECT json_agg(json_build_object('date', o.on_date, 'windows',
        coalesce((SELECT json_agg(json_build_object('start', w.start_minute, 'end', w.end_minute) ORDER BY w.position)
          FROM schedule_override_window w WHERE w.schedule_id = o.schedule_id AND w.on_date = o.on_date), '[]')) ORDER BY o.on_date)
      FROM schedule_override o WHERE o.schedule_id = s.id), '[]') AS overrides,
    coalesce((SELECT json_agg(json_build_object('from', v.from_date, 'to', v.to_date, 'timeZone', v.time_zone) ORDER BY v.from_date)
      FROM schedule_travel v WHERE v.schedule_id = s.id), '[]') AS travel,
    coalesce((SELECT json_agg(json_build_object('from', a.starts_on, 'to', a.ends_on, 'standInId', a.stand_in_id, 'scheduleId',
        (SELECT d.id FROM schedule d WHERE d.organization_id = s.organization_id AND d.owner_id = a.stand_in_id AND d.is_default)))
      FROM absence a WHERE a.account_id = s.owner_id AND a.organization_id = s.organization_id), '[]') AS absences,
    coalesce((SELECT json_agg(json_build_object('period', l.period, 'bookings', l.bookings, 'minutes', l.minutes))
      FROM host_limit l WHERE l.organization_id = s.organization_id AND l.account_id = s.owner_id), '[]') AS limits
  FROM schedule s`;

/** The hours in which accounts can be booked in an organization. */
export const schedules = (client: Client) => ({
  findMany: async (ids: readonly string[]): Promise<HostHours[]> => {
    const rows = await client.$queryRaw<Row[]>`${selected} WHERE s.id = ANY(${[...ids]}::uuid[])`;
    return rows.map(toSchedule);
  },

  /** The schedules and those of the stand-ins of their owners: one statement for all hours that slots need. */
  findHours: async (ids: readonly string[]): Promise<HostHours[]> => {
    const rows = await client.$queryRaw<
      Row[]
    >`${selected} WHERE s.id = ANY(${[...ids]}::uuid[]) OR s.id IN (
      SELECT d.id FROM schedule o JOIN absence a ON a.account_id = o.owner_id AND a.organization_id = o.organization_id
        JOIN schedule d ON d.organization_id = o.organization_id AND d.owner_id = a.stand_in_id AND d.is_default
      WHERE o.id = ANY(${[...ids]}::uuid[]))`;
    return rows.map(toSchedule);
  },

  /** The default schedules of the hosts to which an admin reassigned the booking or a booking of the occurrence. */
  findOfHandPicked: (id: string, hostIds: readonly string[]): Promise<HostHours[]> =>
    findOfHandPicked(client, { id, hostIds }),

  list: async (query: {
    readonly organizationId: string;
    /** Only schedules of this account; null for those of all accounts. */
    readonly ownerId: string | null;
    readonly page: IdPage;
  }): Promise<Schedule[]> => {
    const { organizationId, ownerId, page } = query;
    const rows = await client.$queryRaw<Row[]>`${selected}
      WHERE s.organization_id = ${organizationId}::uuid
        AND (${ownerId}::uuid IS NULL OR s.owner_id = ${ownerId}::uuid)
        ${idPageClause(Prisma.sql`s.id`, page)}`;
    return rows.map(toSchedule);
  },

  insert: async (schedule: Schedule): Promise<void> => {
    const { id, organizationId, ownerId } = schedule;
    const createdAt = toDate(schedule.createdAt);
    await client.schedule.createMany({
      data: [{ id, organizationId, ownerId, createdAt, ...changeable(schedule) }],
    });
    await writeHours(client, schedule);
  },

  update: async (schedule: Schedule): Promise<void> => {
    const { id, organizationId } = schedule;
    await client.schedule.updateMany({ where: { id, organizationId }, data: changeable(schedule) });
    await client.scheduleWindow.deleteMany({ where: { scheduleId: id } });
    await client.scheduleOverride.deleteMany({ where: { scheduleId: id } });
    await client.scheduleTravel.deleteMany({ where: { scheduleId: id } });
    await writeHours(client, schedule);
  },

  /** Locks the owner's schedules until the transaction ends, because exactly one of them is the default. */
  lockOwner: async ({ organizationId, ownerId }: Owner): Promise<void> => {
    await client.$queryRaw`
      SELECT pg_advisory_xact_lock(hashtextextended(${`schedules ${organizationId} ${ownerId}`}, 0))::text`;
  },

  findDefault: async ({ organizationId, ownerId }: Owner): Promise<Schedule | undefined> => {
    const [row] = await client.$queryRaw<Row[]>`${selected}
      WHERE s.organization_id = ${organizationId}::uuid AND s.owner_id = ${ownerId}::uuid AND s.is_default`;
    return row && toSchedule(row);
  },

  clearDefault: async ({ organizationId, ownerId }: Owner): Promise<void> => {
    await client.schedule.updateMany({
      where: { organizationId, ownerId, isDefault: true },
      data: { isDefault: false },
    });
  },

  makeOldestDefault: async ({ organizationId, ownerId }: Owner): Promise<void> => {
    await client.$executeRaw`
      UPDATE schedule SET is_default = true WHERE id = (SELECT id FROM schedule
        WHERE organization_id = ${organizationId}::uuid AND owner_id = ${ownerId}::uuid ORDER BY id LIMIT 1)`;
  },

  remove: async ({ id, organizationId }: Schedule): Promise<void> => {
    if ((await client.meetingTypeHost.count({ where: { scheduleId: id } })) > 0) {
      throw new ScheduleInUse();
    }
    try {
      await client.schedule.deleteMany({ where: { id, organizationId } });
    } catch (error) {
      // Another transaction gave the schedule to a meeting type after the count.
      if (breaks(error, "meeting_type_host_schedule_id_fkey")) throw new ScheduleInUse();
      throw error;
    }
  },
});

/** The schedules of a host in every organization. */
export const hostSchedules = (client: Client) => ({
  listOf: async (ownerId: string): Promise<Schedule[]> => {
    const rows = await client.$queryRaw<
      Row[]
    >`${selected} WHERE s.owner_id = ${ownerId}::uuid ORDER BY s.id`;
    return rows.map(toSchedule);
  },

  /** How many of them still say something about the host. */
  countOf: (ownerId: string): Promise<number> =>
    client.schedule.count({ where: { ownerId, ...tells } }),

  /** Empties them, because a meeting type may still use one; returns their number. */
  blankOf: async (ownerId: string): Promise<number> => {
    const schedule = { ownerId };
    await client.scheduleWindow.deleteMany({ where: { schedule } });
    await client.scheduleOverride.deleteMany({ where: { schedule } });
    await client.scheduleTravel.deleteMany({ where: { schedule } });
    const { count } = await client.schedule.updateMany({
      where: { ownerId },
      data: { sealedName: null, plainName: null, holidayCountry: null, timeZone: "UTC" },
    });
    return count;
  },
});

const tells = {
  OR: [
    { sealedName: { not: null } },
    { plainName: { not: null } },
    { holidayCountry: { not: null } },
    { windows: { some: {} } },
    { overrides: { some: {} } },
    { travels: { some: {} } },
  ],
};

type Owner = Pick<Schedule, "organizationId" | "ownerId">;

async function findOfHandPicked(
  client: Client,
  { id, hostIds }: { readonly id: string; readonly hostIds: readonly string[] },
): Promise<HostHours[]> {
  const rows = await client.$queryRaw<Row[]>`${selected}
    WHERE s.owner_id = ANY(${[...hostIds]}::uuid[]) AND s.is_default AND EXISTS (
      SELECT 1 FROM reservation r JOIN booking_change c ON c.booking_id = r.booking_id
      WHERE (r.booking_id = ${id}::uuid OR r.occurrence_id = ${id}::uuid)
        AND c.to_host_id = s.owner_id AND c.organization_id = s.organization_id)`;
  return rows.map(toSchedule);
}

function changeable({ timeZone, holidayCountry, isDefault, updatedAt }: Schedule) {
  return { timeZone, holidayCountry, isDefault, updatedAt: toDate(updatedAt) };
}

async function writeHours(client: Client, schedule: Schedule): Promise<void> {
  const { id: scheduleId, weekly, overrides, travel } = schedule;
  const hours = (window: { readonly start: string; readonly end: string }, position: number) => ({
    scheduleId,
    position,
    startMinute: minutesOf(window.start),
    endMinute: minutesOf(window.end),
  });
  await client.scheduleWindow.createMany({
    data: weekly.map((window, i) => ({ ...hours(window, i), days: [...window.days] })),
  });
  await client.scheduleTravel.createMany({
    data: travel.map(({ from, to, timeZone }) => ({
      scheduleId,
      timeZone,
      fromDate: toDay(from),
      toDate: toDay(to),
    })),
  });
  const dated = overrides.map(({ date, windows }) => ({ onDate: toDay(date), windows }));
  await client.scheduleOverride.createMany({
    data: dated.map(({ onDate }) => ({ scheduleId, onDate })),
  });
  await client.scheduleOverrideWindow.createMany({
    data: dated.flatMap(({ onDate, windows }) =>
      windows.map((window, i) => ({ ...hours(window, i), onDate })),
    ),
  });
}

function toSchedule(row: Row): HostHours {
  const hours = ({ start, end }: Minutes) => ({ start: wallTimeOf(start), end: wallTimeOf(end) });
  return {
    id: row.id,
    organizationId: row.organization_id,
    ownerId: row.owner_id,
    timeZone: row.time_zone,
    weekly: row.weekly.map((window) => ({ days: window.days, ...hours(window) })),
    overrides: row.overrides.map(({ date, windows }) => ({ date, windows: windows.map(hours) })),
    travel: row.travel,
    holidayCountry: row.holiday_country,
    isDefault: row.is_default,
    limits: row.limits,
    isMissing: row.is_missing,
    absences: row.absences.map(({ from, to, standInId: accountId, scheduleId }) => ({
      from,
      to,
      // An account without a schedule cannot stand in.
      standIn: accountId === null || scheduleId === null ? null : { accountId, scheduleId },
    })),
    createdAt: toInstant(row.created_at),
    updatedAt: toInstant(row.updated_at),
  };
}
