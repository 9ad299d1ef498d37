import { type Instant, type Interval, minute, day } from "@tidbok/domain";
import type { HostRules } from "./host-rules.ts";
import type { MeetingRules, Limits } from "./meeting-rules.ts";
import { bounds } from "../problems/problem-list.ts";

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

/** A request in the engine's terms: milliseconds, nothing left out. */
export type Asked = {
  readonly request: SlotRequest;
  readonly duration: number;
  readonly step: number;
  readonly bufferBefore: number;
  readonly bufferAfter: number;
  /** Starts lie in [from, until), as far as window and notice say. */
  readonly from: Instant;
  readonly until: Instant;
};

/** What is asked for, once its rules have been found to make sense. */
export function askedBy(request: SlotRequest): Asked {
  const { rules, window, now } = request;
  const duration = (request.durationMinutes ?? rules.durationMinutes) * minute;
  const maximum = rules.maximumNoticeMinutes;
  return {
    request,
    duration,
    step: rules.stepMinutes === undefined ? duration : rules.stepMinutes * minute,
    bufferBefore: (rules.bufferBeforeMinutes ?? 0) * minute,
    bufferAfter: (rules.bufferAfterMinutes ?? 0) * minute,
    from: Math.max(window.start, now + (rules.noticeMinutes ?? 0) * minute),
    until: maximum === undefined ? window.end : Math.min(window.end, now + maximum * minute + 1),
  };
}

/**
 * Which busy times a request needs: those that overlap this interval. It holds the window, room for
 * the meeting and the longest buffers of both sides and, where there are limits, the whole weeks
 * and months that the window touches. More does no harm; less may offer too much.
 */
export function busyRange(
  request: Pick<SlotRequest, "rules" | "window"> & {
    readonly hosts: readonly Pick<HostRules, "limits">[];
  },
): Interval {
  const { rules, window } = request;
  const limits = [rules.limits, ...request.hosts.map((host) => host.limits)];
  // A day more than the period, for calendars that are ahead of UTC or behind it.
  const days = Math.max(0, ...limits.map(longestPeriod));
  const longest = Math.max(rules.durationMinutes, ...(rules.durationsMinutes ?? []));
  const before = ((rules.bufferBeforeMinutes ?? 0) + bounds.bufferMinutes) * minute;
  const after = (longest + (rules.bufferAfterMinutes ?? 0) + bounds.bufferMinutes) * minute;
  return {
    start: window.start - before - days * day,
    end: window.end + after + days * day,
  };
}

function longestPeriod(limits: Limits | undefined): number {
  if (limits?.perMonth !== undefined) return 32;
  if (limits?.perWeek !== undefined) return 8;
  return limits?.perDay === undefined ? 0 : 2;
}
