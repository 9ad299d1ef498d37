import type { Mode } from "@tidbok/availability";
import type { Instant } from "@tidbok/domain";
import type { BookingLimit } from "../../schedules/domain/booking-limit.ts";
import type { HorizonRules } from "./horizon.ts";
import type { Location } from "./location.ts";
import type { Question } from "./question.ts";
import type { Visibility } from "./visibility.ts";

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
