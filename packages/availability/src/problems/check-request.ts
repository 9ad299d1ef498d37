import { InvalidInput } from "@tidbok/domain";
import { bounds } from "./problem-list.ts";
import { requestProblems } from "./request-problems.ts";
import type { SlotRequest } from "../request/slot-request.ts";
import { day, minute } from "../time/time-units.ts";
import { WindowTooLong } from "./window-too-long.ts";

/** Throws what is wrong with a request: InvalidInput with all mistakes, or WindowTooLong. */
export function checkRequest(request: SlotRequest): void {
  const found = requestProblems(request);
  if (found.length > 0) throw new InvalidInput(found);
  const maximumDays = request.maximumWindowDays ?? bounds.windowDays;
  // Two months of local days may be an hour longer than so many times 24 hours.
  const longest = maximumDays * day + 60 * minute;
  if (request.window.end - request.window.start > longest) throw new WindowTooLong(maximumDays);
}
