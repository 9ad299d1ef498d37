import type { LocalDate, Mode } from "@tidbok/availability";
import { type Instant, readsAsMember, type Caller } from "@tidbok/domain";
import type { BookingLimit } from "../../schedules/domain/booking-limit.ts";
import type { Question } from "./question.ts";

/** The kinds of limits on how far ahead a start may lie. */
export const horizonKinds = ["ROLLING", "BUSINESS_DAYS", "FIXED"] as const;

/** The rules that limit how far ahead a start may lie. */
export type HorizonRules = {
  readonly maximumNoticeMinutes: number | null;
  readonly horizonKind: (typeof horizonKinds)[number];
  /** Unused if the horizon is FIXED. */
  readonly horizonDays: number;
  /** Dates if the horizon is FIXED, otherwise null. */
  readonly horizonFrom: LocalDate | null;
  readonly horizonTo: LocalDate | null;
};

/** An account that hosts a meeting type, and its schedule for it. */
export type MeetingTypeHost = {
  readonly accountId: string;
  readonly scheduleId: string;
  readonly isFixed: boolean;
  readonly priority: number;
  readonly weight: number;
  /** Round robin: one host of each group takes part. Null: the group of all hosts without a named group. */
  readonly group: string | null;
  readonly joinedAt: Instant;
};

/** A kind of meeting that an organization offers. */
export type MeetingType = HorizonRules & {
  readonly id: string;
  readonly organizationId: string;
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  /** The first one is the default. */
  readonly durationsMinutes: readonly number[];
  readonly stepMinutes: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly noticeMinutes: number;
  /** Limits on each host's bookings of this meeting type. */
  readonly limits: readonly BookingLimit[];
  readonly mode: Mode;
  readonly location: Location;
  readonly hosts: readonly MeetingTypeHost[];
  /** The questions that attendees answer at present, in order; retired ones are not among them. */
  readonly questions: readonly Question[];
  readonly isActive: boolean;
  readonly visibility: Visibility;
  /** Whether a booking waits until a host confirms it, at most `confirmWithinMinutes`. */
  readonly needsConfirmation: boolean;
  readonly confirmWithinMinutes: number;
  /** Attendees may cancel and move until this long before the start; 0: until the end. */
  readonly changeNoticeMinutes: number;
  /** How many people may attend one meeting, each with a booking of their own. */
  readonly seats: number;
  /** Whether slots show how many seats are left. */
  readonly showsSeats: boolean;
  /** Whether attendees of one meeting see each other's first names. */
  readonly showsAttendees: boolean;
  /** How many meetings one series may have; 1 allows no series. */
  readonly maximumOccurrences: number;
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};

/** The audiences of a meeting type: all callers, callers that know its slug or id, callers with a booking link. */
export const visibilities = ["PUBLIC", "HIDDEN", "LINK_ONLY"] as const;

/** The audience of a meeting type. */
export type Visibility = (typeof visibilities)[number];

/** The fields that decide which callers may know of a meeting type. */
type Published = {
  readonly organizationId: string;
  readonly isActive: boolean;
  readonly visibility: Visibility;
};

/**
 * Whether the caller may know of the meeting type by its id or slug alone. For other callers it does not exist: private
 * and inactive meeting types look the same to them.
 */
export function isKnownTo(caller: Caller, meetingType: Published): boolean {
  if (seesAllOf(caller, meetingType.organizationId)) return true;
  return meetingType.isActive && meetingType.visibility !== "LINK_ONLY";
}

/** Whether the caller sees the unpublished side of the organization's meeting types, as its members do. */
export function seesAllOf(caller: Caller, organizationId: string): boolean {
  if (caller.kind === "service") return true;
  return readsAsMember(caller, { organizationId, scope: "meeting-types:read" });
}

/** The kinds of locations. */
export const locationKinds = ["ONLINE", "IN_PERSON", "HOST_CALLS", "ATTENDEE_CALLS"] as const;

/** The location of a meeting. */
export type Location = {
  readonly kind: (typeof locationKinds)[number];
  readonly text: string | null;
};

/** The location without the address of an online room, because that address alone opens the room. */
export function publishedLocation(location: Location): Location {
  return location.kind === "ONLINE" ? { ...location, text: null } : location;
}
