import type { Interval } from "@tidbok/domain";
import type { HostRules } from "../request/host-rules.ts";
import type { Limits } from "../request/meeting-rules.ts";
import { bounds } from "../problems/problem-list.ts";
import type { SlotRequest } from "../request/slot-request.ts";
import { day, minute } from "../time/time-units.ts";

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
