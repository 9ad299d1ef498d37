import type { Mode } from "@tidbok/availability";
import type { Instant } from "@tidbok/domain";
import type { BookingLimit } from "../../schedules/domain/booking-limit.ts";
import type { HorizonRules } from "./horizon.ts";
import type { Location } from "./location.ts";
import type { Question } from "./question.ts";
import type { Visibility } from "./visibility.ts";

/** An account that hosts a meeting type, and by which of its schedules. */
export type MeetingTypeHost = {
  readonly accountId: string;
  readonly scheduleId: string;
  readonly isFixed: boolean;
  readonly priority: number;
  readonly weight: number;
  /** Round robin: one host of each group takes part. Null: the group of all others. */
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
  /** The first is taken where nothing is said. */
  readonly durationsMinutes: readonly number[];
  readonly stepMinutes: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly noticeMinutes: number;
  /** Of each host's bookings of this meeting type. */
  readonly limits: readonly BookingLimit[];
  readonly mode: Mode;
  readonly location: Location;
  readonly hosts: readonly MeetingTypeHost[];
  /** Those that are asked now, in order. */
  readonly questions: readonly Question[];
  readonly isActive: boolean;
  readonly visibility: Visibility;
  /** A booking waits until a host has said yes to it, for so many minutes at most. */
  readonly needsConfirmation: boolean;
  readonly confirmWithinMinutes: number;
  /** An attendee may cancel and move until so long before the start; 0: until the end. */
  readonly changeNoticeMinutes: number;
  /** How many people attend one meeting, each by a booking of their own. */
  readonly seats: number;
  /** Whether slots tell how many seats are left. */
  readonly showsSeats: boolean;
  /** Whether those who attend one meeting see each other's first names. */
  readonly showsAttendees: boolean;
  /** How many meetings may be booked at once, as a series; 1: none. */
  readonly maximumOccurrences: number;
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};
