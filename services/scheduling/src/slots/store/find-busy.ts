import { minute, type Instant, type Interval } from "@tidbok/domain";
import { iso } from "@tidbok/service";
import type { TakenTime } from "../domain/slot-request.ts";
import type { Client } from "../../store/client.ts";

/** The hosts, the interval, and the booking or occurrence that does not count. */
export type BusyQuery = {
  readonly hostIds: readonly string[];
  /** The organization that asks: what the admins of others have blocked does not count here. */
  readonly organizationId: string;
  readonly during: Interval;
  readonly now: Instant;
  readonly except?: string | null;
};

type BusyRow = {
  readonly host_id: string;
  readonly organization_id: string;
  readonly from: Date;
  readonly to: Date;
  readonly meeting_type_id: string | null;
  readonly occurrence_id: string | null;
  readonly seats_taken: number;
  /** Of the meeting, without buffers; null for blocked time. */
  readonly start_at: Date | null;
  readonly end_at: Date | null;
};

/** By host, the taken and blocked time within the interval, each meeting once, without that of the excepted one. */
export async function findBusy(
  client: Client,
  query: BusyQuery,
): Promise<ReadonlyMap<string, readonly TakenTime[]>> {
  const { hostIds, organizationId, during, now, except = null } = query;
  const rows = await client.$queryRaw<BusyRow[]>`
      SELECT r.host_id, r.organization_id, lower(r.during) AS from, upper(r.during) AS to, r.occurrence_id, count(*)::int AS seats_taken,
        coalesce(b.meeting_type_id, h.meeting_type_id) AS meeting_type_id,
        coalesce(b.start_at, h.start_at) AS start_at, coalesce(b.end_at, h.end_at) AS end_at
      FROM reservation r LEFT JOIN booking b ON b.id = r.booking_id
        LEFT JOIN hold h ON h.id = r.hold_id AND r.booking_id IS NULL
      WHERE r.host_id = ANY(${[...hostIds]}::uuid[])
        AND r.during && tstzrange(${iso(during.start)}::timestamptz, ${iso(during.end)}::timestamptz)
        AND r.state IN ('HELD', 'PENDING', 'CONFIRMED')
        AND (r.expires_at IS NULL OR r.expires_at > ${iso(now)}::timestamptz)
        AND (${except}::uuid IS NULL OR (r.booking_id IS DISTINCT FROM ${except}::uuid AND r.occurrence_id <> ${except}::uuid))
      GROUP BY r.host_id, r.organization_id, r.during, r.occurrence_id, coalesce(b.meeting_type_id, h.meeting_type_id),
        coalesce(b.start_at, h.start_at), coalesce(b.end_at, h.end_at)
      UNION ALL
      SELECT account_id, organization_id, start_at, end_at, NULL, 0, NULL, NULL, NULL FROM blocked_time
      WHERE account_id = ANY(${[...hostIds]}::uuid[]) AND (is_by_host OR organization_id = ${organizationId}::uuid)
        AND tstzrange(start_at, end_at) && tstzrange(${iso(during.start)}::timestamptz, ${iso(during.end)}::timestamptz)`;
  return byHost(rows, toTakenTime);
}

// The engine adds the buffers itself, and counts minutes without them.
function toTakenTime(row: BusyRow): TakenTime {
  const { from, to, meeting_type_id, organization_id, start_at, end_at } = row;
  const [start, end] = [(start_at ?? from).getTime(), (end_at ?? to).getTime()];
  return {
    start,
    end,
    bufferBeforeMinutes: (start - from.getTime()) / minute,
    bufferAfterMinutes: (to.getTime() - end) / minute,
    meetingTypeId: meeting_type_id,
    organizationId: organization_id,
    occurrenceId: row.occurrence_id,
    seatsTaken: row.seats_taken,
  };
}

/** The values of the rows by host, in the order of the rows. */
export function byHost<Row extends { readonly host_id: string }, Value>(
  rows: readonly Row[],
  valueOf: (row: Row) => Value,
): ReadonlyMap<string, readonly Value[]> {
  const hosts = new Map<string, Value[]>();
  for (const row of rows) {
    const values = hosts.get(row.host_id);
    if (values) values.push(valueOf(row));
    else hosts.set(row.host_id, [valueOf(row)]);
  }
  return hosts;
}
