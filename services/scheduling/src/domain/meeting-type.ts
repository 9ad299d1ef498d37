import type { Mode } from "@tidbok/availability";
import type { Instant } from "@tidbok/domain";
import type { Location } from "./location.ts";
import type { Question } from "./question.ts";

/** An account that hosts a meeting type, and by which of its schedules. */
export type MeetingTypeHost = {
  readonly accountId: string;
  readonly scheduleId: string;
  readonly isFixed: boolean;
  readonly priority: number;
  readonly weight: number;
  readonly joinedAt: Instant;
};

/** A kind of meeting that an organization offers. */
export type MeetingType = {
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
  readonly horizonDays: number;
  readonly mode: Mode;
  readonly location: Location;
  readonly hosts: readonly MeetingTypeHost[];
  /** Those that are asked now, in order. */
  readonly questions: readonly Question[];
  readonly isActive: boolean;
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};
