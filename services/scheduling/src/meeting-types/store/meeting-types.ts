import type { Instant } from "@tidbok/domain";
import { breaks, dayOf, toDate, toDay, toInstant, type IdPage } from "@tidbok/service";
import type { MeetingType } from "../domain/meeting-type.ts";
import { SlugTaken } from "../domain/meeting-type-errors.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Client } from "../../store/client.ts";
import type { HostRows } from "./host-rows.ts";
import { idPageClause } from "../../store/id-page-clause.ts";

/** A meeting type as the statement below returns it. */
type Row = Omit<
  MeetingType,
  "location" | "horizonFrom" | "horizonTo" | "createdAt" | "updatedAt"
> & {
  readonly locationKind: MeetingType["location"]["kind"];
  readonly locationText: string | null;
  readonly horizonFrom: Date | null;
  readonly horizonTo: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

/** How many meeting types an organization has, and how many of them are active and public. */
export type MeetingTypeCount = { readonly all: number; readonly listed: number };

// One statement for meeting types with hosts, limits and questions. JSON holds an instant in seconds.
const selected = Prisma.sql`
  SELECT t.id, t.organization_id AS "organizationId", t.slug, t.title, t.description, t.mode, t.visibility,
    t.durations_minutes AS "durationsMinutes", t.step_minutes AS "stepMinutes", t.buffer_before_minutes AS "bufferBeforeMinutes",
    t.buffer_after_minutes AS "bufferAfterMinutes", t.notice_minutes AS "noticeMinutes", t.maximum_notice_minutes AS "maximumNoticeMinutes",
    t.horizon_kind AS "horizonKind", t.horizon_days AS "horizonDays", t.horizon_from AS "horizonFrom", t.horizon_to AS "horizonTo",
    t.location_kind AS "locationKind", t.location_text AS "locationText", t.is_active AS "isActive",
    t.needs_confirmation AS "needsConfirmation", t.confirm_within_minutes AS "confirmWithinMinutes",
    t.change_notice_minutes AS "changeNoticeMinutes", t.seats, t.shows_seats AS "showsSeats", t.shows_attendees AS "showsAttendees",
    t.maximum_occurrences AS "maximumOccurrences", t.created_by AS "createdBy", t.created_at AS "createdAt", t.updated_at AS "updatedAt",
    coalesce((SELECT json_agg(json_build_object('accountId', h.account_id, 'scheduleId', h.schedule_id, 'isFixed', h.is_fixed,
        'priority', h.priority, 'weight', h.weight, 'group', h.host_group, 'joinedAt', extract(epoch FROM h.joined_at)) ORDER BY h.position)
      FROM meeting_type_host h WHERE h.meeting_type_id = t.id), '[]') AS hosts,
    coalesce((SELECT json_agg(json_build_object('period', l.period, 'bookings', l.bookings, 'minutes', l.minutes)
        ORDER BY array_position(ARRAY['DAY', 'WEEK', 'MONTH'], l.period))
      FROM meeting_type_limit l WHERE l.meeting_type_id = t.id), '[]') AS limits,
    coalesce((SELECT json_agg(json_build_object('id', q.id, 'kind', q.kind, 'label', q.label, 'isRequired', q.is_required,
        'choices', q.choices, 'purposes', q.purposes, 'retentionDays', q.retention_days) ORDER BY q.position)
      FROM question q WHERE q.meeting_type_id = t.id AND NOT q.is_retired), '[]') AS questions
  FROM meeting_type t`;

/** The meeting types of organizations. */
export const meetingTypes = (client: Client) => ({
  findMany: (ids: readonly string[]): Promise<MeetingType[]> => findMany(client, ids),

  findBySlug: async (organizationId: string, slug: string): Promise<MeetingType | null> => {
    const [row] = await client.$queryRaw<Row[]>`
      ${selected} WHERE t.organization_id = ${organizationId}::uuid AND t.slug = ${slug}`;
    return row ? toMeetingType(row) : null;
  },

  list: async (query: {
    readonly organizationId: string;
    /** Only active and public ones. */
    readonly onlyListed: boolean;
    readonly page: IdPage;
  }): Promise<MeetingType[]> => {
    const { organizationId, onlyListed, page } = query;
    const rows = await client.$queryRaw<Row[]>`${selected}
      WHERE t.organization_id = ${organizationId}::uuid AND ((t.is_active AND t.visibility = 'PUBLIC') OR NOT ${onlyListed})
        ${idPageClause(Prisma.sql`t.id`, page)}`;
    return rows.map(toMeetingType);
  },

  /** How many meeting types each organization has, and how many of them are active and public; in their order. */
  countOf: async (organizationIds: readonly string[]): Promise<readonly MeetingTypeCount[]> => {
    const rows = await client.$queryRaw<(MeetingTypeCount & { readonly id: string })[]>`
      SELECT organization_id::text AS id, count(*)::int AS "all",
        (count(*) FILTER (WHERE is_active AND visibility = 'PUBLIC'))::int AS listed
      FROM meeting_type WHERE organization_id = ANY(${[...organizationIds]}::uuid[]) GROUP BY organization_id`;
    const byId = new Map(rows.map((row) => [row.id, row]));
    return organizationIds.map((id) => byId.get(id) ?? { all: 0, listed: 0 });
  },

  countActive: (organizationId: string): Promise<number> =>
    client.meetingType.count({ where: { organizationId, isActive: true } }),

  /** Locks the meeting type with its questions until the transaction ends. */
  lock: async (id: string): Promise<void> => {
    await client.$queryRaw`SELECT 1 FROM meeting_type WHERE id = ${id}::uuid FOR UPDATE`;
  },

  /** The meeting types that an account hosts, in one organization or in all, locked until the transaction ends. */
  lockHostedBy: async ({ accountId, organizationId }: HostRows): Promise<MeetingType[]> => {
    const rows = await client.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM meeting_type t
      WHERE EXISTS (SELECT FROM meeting_type_host h WHERE h.meeting_type_id = t.id AND h.account_id = ${accountId}::uuid)
        AND (${organizationId}::uuid IS NULL OR t.organization_id = ${organizationId}::uuid)
      ORDER BY id FOR UPDATE`;
    return findMany(
      client,
      rows.map(({ id }) => id),
    );
  },

  removeHost: async ({ id }: MeetingType, accountId: string): Promise<void> => {
    await client.meetingTypeHost.deleteMany({ where: { meetingTypeId: id, accountId } });
  },

  deactivate: async ({ id, organizationId }: MeetingType, at: Instant): Promise<void> => {
    await client.meetingType.updateMany({
      where: { id, organizationId, isActive: true },
      data: { isActive: false, updatedAt: toDate(at) },
    });
  },

  insert: async (meetingType: MeetingType): Promise<void> => {
    const { id, organizationId, createdBy } = meetingType;
    const createdAt = toDate(meetingType.createdAt);
    await reportingSlugTaken(
      client.meetingType.createMany({
        data: [{ id, organizationId, createdBy, createdAt, ...changeable(meetingType) }],
      }),
    );
    await writeHosts(client, meetingType);
    await writeLimits(client, meetingType);
    await writeQuestions(client, meetingType);
  },

  update: async (meetingType: MeetingType): Promise<void> => {
    const { id, organizationId } = meetingType;
    await reportingSlugTaken(
      client.meetingType.updateMany({
        where: { id, organizationId },
        data: changeable(meetingType),
      }),
    );
    await client.meetingTypeHost.deleteMany({ where: { meetingTypeId: id } });
    await writeHosts(client, meetingType);
    await client.meetingTypeLimit.deleteMany({ where: { meetingTypeId: id } });
    await writeLimits(client, meetingType);
    await client.question.updateMany({ where: { meetingTypeId: id }, data: { isRetired: true } });
    await writeQuestions(client, meetingType);
  },
});

function toMeetingType({ locationKind, locationText, ...row }: Row): MeetingType {
  return {
    ...row,
    location: { kind: locationKind, text: locationText },
    horizonFrom: dayOf(row.horizonFrom),
    horizonTo: dayOf(row.horizonTo),
    hosts: row.hosts.map((host) => ({ ...host, joinedAt: Math.round(host.joinedAt * 1000) })),
    createdAt: toInstant(row.createdAt),
    updatedAt: toInstant(row.updatedAt),
  };
}

async function findMany(client: Client, ids: readonly string[]): Promise<MeetingType[]> {
  const rows = await client.$queryRaw<Row[]>`
    ${selected} WHERE t.id = ANY(${[...ids]}::uuid[])`;
  return rows.map(toMeetingType);
}

async function reportingSlugTaken(writing: Promise<unknown>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    if (breaks(error, "meeting_type_slug_taken") || isUniqueSlug(error)) throw new SlugTaken();
    throw error;
  }
}

// For a unique constraint of its schema Prisma reports the columns instead of the constraint's name.
function isUniqueSlug(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}

function changeable(meetingType: MeetingType) {
  const { slug, title, description, stepMinutes, bufferBeforeMinutes, bufferAfterMinutes } =
    meetingType;
  const { noticeMinutes, maximumNoticeMinutes, horizonKind, horizonDays } = meetingType;
  const { mode, isActive, visibility, location } = meetingType;
  const { needsConfirmation, confirmWithinMinutes, changeNoticeMinutes } = meetingType;
  const { seats, showsSeats, showsAttendees, maximumOccurrences } = meetingType;
  return {
    slug,
    title,
    description,
    stepMinutes,
    bufferBeforeMinutes,
    bufferAfterMinutes,
    noticeMinutes,
    maximumNoticeMinutes,
    horizonKind,
    horizonDays,
    horizonFrom: toDay(meetingType.horizonFrom),
    horizonTo: toDay(meetingType.horizonTo),
    mode,
    isActive,
    visibility,
    needsConfirmation,
    confirmWithinMinutes,
    changeNoticeMinutes,
    seats,
    showsSeats,
    showsAttendees,
    maximumOccurrences,
    durationsMinutes: [...meetingType.durationsMinutes],
    locationKind: location.kind,
    locationText: location.text,
    updatedAt: toDate(meetingType.updatedAt),
  };
}

async function writeHosts(client: Client, { id, hosts }: MeetingType): Promise<void> {
  await client.meetingTypeHost.createMany({
    data: hosts.map(({ group, ...host }, position) => ({
      ...host,
      hostGroup: group,
      meetingTypeId: id,
      position,
      joinedAt: toDate(host.joinedAt),
    })),
  });
}

async function writeLimits(client: Client, { id, limits }: MeetingType): Promise<void> {
  await client.meetingTypeLimit.createMany({
    data: limits.map((limit) => ({ ...limit, meetingTypeId: id })),
  });
}

async function writeQuestions(client: Client, { id, questions }: MeetingType): Promise<void> {
  for (const [position, question] of questions.entries()) {
    const row = {
      position,
      label: question.label,
      isRequired: question.isRequired,
      choices: [...question.choices],
      purposes: [...question.purposes],
      retentionDays: question.retentionDays,
      isRetired: false,
    };
    await client.question.upsert({
      where: { id: question.id },
      create: { id: question.id, meetingTypeId: id, kind: question.kind, ...row },
      update: row,
    });
  }
}
