import type { Instant } from "@tidbok/domain";
import type { SlotRequest } from "./slot-request.ts";
import { minute } from "../time/time-units.ts";

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
