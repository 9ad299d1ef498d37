import { dayOf, toInstant } from "@tidbok/service";
import type { MeetingType } from "../domain/meeting-type.ts";

/** A meeting type as the database returns it, with its hosts and questions. */
export type MeetingTypeRow = {
  readonly id: string;
  readonly organization_id: string;
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly durations_minutes: readonly number[];
  readonly step_minutes: number;
  readonly buffer_before_minutes: number;
  readonly buffer_after_minutes: number;
  readonly notice_minutes: number;
  readonly maximum_notice_minutes: number | null;
  readonly horizon_kind: MeetingType["horizonKind"];
  readonly horizon_days: number;
  readonly horizon_from: Date | null;
  readonly horizon_to: Date | null;
  readonly limits: MeetingType["limits"];
  readonly mode: MeetingType["mode"];
  readonly location_kind: MeetingType["location"]["kind"];
  readonly location_text: string | null;
  readonly hosts: MeetingType["hosts"];
  readonly questions: MeetingType["questions"];
  readonly is_active: boolean;
  readonly visibility: MeetingType["visibility"];
  readonly needs_confirmation: boolean;
  readonly confirm_within_minutes: number;
  readonly change_notice_minutes: number;
  readonly seats: number;
  readonly shows_seats: boolean;
  readonly shows_attendees: boolean;
  readonly maximum_occurrences: number;
  readonly created_by: string;
  readonly created_at: Date;
  readonly updated_at: Date;
};

export function toMeetingType(row: MeetingTypeRow): MeetingType {
  return {
    id: row.id,
    organizationId: row.organization_id,
    slug: row.slug,
    title: row.title,
    description: row.description,
    durationsMinutes: row.durations_minutes,
    stepMinutes: row.step_minutes,
    bufferBeforeMinutes: row.buffer_before_minutes,
    bufferAfterMinutes: row.buffer_after_minutes,
    noticeMinutes: row.notice_minutes,
    maximumNoticeMinutes: row.maximum_notice_minutes,
    horizonKind: row.horizon_kind,
    horizonDays: row.horizon_days,
    horizonFrom: dayOf(row.horizon_from),
    horizonTo: dayOf(row.horizon_to),
    limits: row.limits,
    mode: row.mode,
    location: { kind: row.location_kind, text: row.location_text },
    // The JSON holds seconds since 1970, an instant holds milliseconds.
    hosts: row.hosts.map((host) => ({ ...host, joinedAt: Math.round(host.joinedAt * 1000) })),
    questions: row.questions,
    isActive: row.is_active,
    visibility: row.visibility,
    needsConfirmation: row.needs_confirmation,
    confirmWithinMinutes: row.confirm_within_minutes,
    changeNoticeMinutes: row.change_notice_minutes,
    seats: row.seats,
    showsSeats: row.shows_seats,
    showsAttendees: row.shows_attendees,
    maximumOccurrences: row.maximum_occurrences,
    createdBy: row.created_by,
    createdAt: toInstant(row.created_at),
    updatedAt: toInstant(row.updated_at),
  };
}
