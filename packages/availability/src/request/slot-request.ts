import type { Instant, Interval } from "@tidbok/domain";
import type { HostRules } from "./host-rules.ts";
import type { MeetingRules } from "./meeting-rules.ts";

/** A question for the engine. It holds all that the answer depends on, the time included. */
export type SlotRequest = {
  readonly rules: MeetingRules;
  readonly hosts: readonly HostRules[];
  /** Starts are sought in [start, end). Meetings may end later. */
  readonly window: Interval;
  readonly now: Instant;
  /** The duration that the attendee asks for; must be on offer. Left out: `rules.durationMinutes`. */
  readonly durationMinutes?: number | undefined;
  /** Left out: 62. A longer window is refused. */
  readonly maximumWindowDays?: number | undefined;
};

/** A time that can be booked. */
export type Slot = Interval & {
  /**
   * Fixed hosts first, then in the order of the request. Round robin: all free hosts, from
   * which chooseHost takes one a group; otherwise all hosts.
   */
  readonly hostIds: readonly string[];
};
