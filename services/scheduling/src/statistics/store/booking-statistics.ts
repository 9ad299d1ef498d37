import type { Instant } from "@tidbok/domain";
import { iso } from "@tidbok/service";
import type {
  BookingFigures,
  KeyedFigures,
  StatisticsGrouping,
  Week,
} from "../domain/booking-statistics.ts";
import { fewestPeople, type Cell } from "../domain/open-cells.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import { shownState } from "../../bookings/store/bookings.ts";
import type { Client } from "../../store/client.ts";

/** Which bookings, and how they are grouped; null: not grouped. */
export type StatisticsQuery = {
  readonly organizationId: string;
  /** Only the bookings that all of these accounts host. */
  readonly hostIds: readonly string[];
  readonly start: Instant;
  readonly end: Instant;
  readonly weeks: readonly Week[];
  readonly by: StatisticsGrouping | null;
  readonly now: Instant;
  readonly limit: number;
};

type Row = BookingFigures & { readonly key: string | null };

/** Figures about bookings, counted by the database: one statement per answer, whatever the number of bookings. */
export const bookingStatistics = (client: Client) => ({
  /** The total, and the groups with the most bookings first. */
  summarize: async (
    query: StatisticsQuery,
  ): Promise<{ readonly total: BookingFigures; readonly groups: readonly KeyedFigures[] }> => {
    const rows = await client.$queryRaw<Row[]>`
      WITH picked AS (
        SELECT b.id, b.meeting_type_id, b.start_at, b.state AS decided, b.cancelled_by, ${shownState(query.now)} AS state,
          CASE WHEN b.import_id IS NULL THEN extract(epoch FROM b.start_at - b.created_at) / 60 END AS lead_minutes,
          extract(epoch FROM b.end_at - b.start_at) / 60 AS minutes
        FROM booking b
        WHERE b.organization_id = ${query.organizationId}::uuid AND b.start_at >= ${iso(query.start)}::timestamptz
          AND b.start_at < ${iso(query.end)}::timestamptz ${hostedBy(query.hostIds)})
      SELECT g.key, count(*)::int AS bookings,
        ${countOf("PENDING")} AS pending, ${countOf("CONFIRMED")} AS confirmed, ${countOf("COMPLETED")} AS completed,
        ${countOf("DECLINED")} AS declined, ${countOf("CANCELLED")} AS cancelled, ${countOf("NO_SHOW")} AS "noShows",
        (count(*) FILTER (WHERE p.state = 'CANCELLED' AND p.cancelled_by = 'ATTENDEE'))::int AS "cancelledByAttendee",
        (${bookingsIn("NO_SHOW")})::float8 / nullif(${bookingsIn("NO_SHOW")} + ${bookingsIn("COMPLETED")}, 0) AS "noShowRate",
        coalesce(sum(p.minutes) FILTER (WHERE p.decided = 'CONFIRMED'), 0)::int AS "bookedMinutes",
        ${leadAt(0.5)} AS "leadMinutesMedian", ${leadAt(0.9)} AS "leadMinutesP90"
      FROM picked p CROSS JOIN LATERAL (SELECT NULL::text AS key ${keysOf(query)}) g
      GROUP BY g.key ORDER BY g.key IS NOT NULL, count(*) DESC, g.key LIMIT ${query.limit + 1}`;
    const [total, ...groups] = rows.map(({ key, ...figures }) => ({ key, figures }));
    return {
      total: total?.figures ?? zeros,
      groups: groups.flatMap(({ key, figures }) => (key === null ? [] : [{ key, figures }])),
    };
  },

  /**
   * The cells of the window with up to ten of their attendees each. Guests do not count, since one attendee may invite
   * many; neither does an erased attendee, of whom it is not known whether they come twice.
   */
  cells: (
    query: Pick<StatisticsQuery, "organizationId" | "start" | "end" | "weeks"> & {
      readonly months: readonly Instant[];
    },
  ): Promise<readonly Cell[]> => client.$queryRaw<Cell[]>`
    SELECT width_bucket(b.start_at, ${query.months.map(iso)}::timestamptz[]) - 1 AS month,
      width_bucket(b.start_at, ${query.weeks.map(({ start }) => iso(start))}::timestamptz[]) - 1 AS week,
      coalesce((array_agg(DISTINCT encode(a.email_index, 'hex'))
        FILTER (WHERE a.email_index IS NOT NULL))[1:${fewestPeople}], '{}') AS people
    FROM booking b LEFT JOIN attendee a ON a.booking_id = b.id AND a.kind = 'ATTENDEE' AND NOT a.is_echo
    WHERE b.organization_id = ${query.organizationId}::uuid AND b.start_at >= ${iso(query.start)}::timestamptz
      AND b.start_at < ${iso(query.end)}::timestamptz
    GROUP BY 1, 2`,
});

const zeros: BookingFigures = {
  bookings: 0,
  pending: 0,
  confirmed: 0,
  completed: 0,
  declined: 0,
  cancelled: 0,
  cancelledByAttendee: 0,
  noShows: 0,
  bookedMinutes: 0,
  noShowRate: null,
  leadMinutesMedian: null,
  leadMinutesP90: null,
};

// A booking counts once for the total and once for each of its groups: a booking with two hosts is in two of them.
function keysOf({ by, hostIds, weeks }: StatisticsQuery): Prisma.Sql {
  if (by === "MEETING_TYPE") return Prisma.sql`UNION ALL SELECT p.meeting_type_id::text`;
  if (by === "HOST") {
    const only =
      hostIds.length === 0
        ? Prisma.empty
        : Prisma.sql`AND r.host_id = ANY(${[...hostIds]}::uuid[])`;
    return Prisma.sql`UNION ALL SELECT r.host_id::text FROM reservation r WHERE r.booking_id = p.id ${only}`;
  }
  if (by === null) return Prisma.empty;
  // The weeks come from the application, because the database may have other rules for a zone.
  const starts = weeks.map(({ start }) => iso(start));
  return Prisma.sql`UNION ALL SELECT (width_bucket(p.start_at, ${starts}::timestamptz[]) - 1)::text`;
}

function hostedBy(hostIds: readonly string[]): Prisma.Sql {
  if (hostIds.length === 0) return Prisma.empty;
  const each = hostIds.map(
    (id) =>
      Prisma.sql`AND EXISTS (SELECT 1 FROM reservation r WHERE r.booking_id = b.id AND r.host_id = ${id}::uuid)`,
  );
  return Prisma.join(each, " ");
}

function countOf(state: string): Prisma.Sql {
  return Prisma.sql`(${bookingsIn(state)})::int`;
}

function bookingsIn(state: string): Prisma.Sql {
  return Prisma.sql`count(*) FILTER (WHERE p.state = ${state})`;
}

function leadAt(share: number): Prisma.Sql {
  return Prisma.sql`round(percentile_disc(${share}::float8) WITHIN GROUP (ORDER BY p.lead_minutes) FILTER (WHERE p.lead_minutes >= 0))::int`;
}
