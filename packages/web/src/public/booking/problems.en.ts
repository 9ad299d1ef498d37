import { plural } from "../../words/plural.ts";

const count = plural("en");
const taken = "This time was taken just now. What you wrote is kept; choose another time.";

const texts: Readonly<Record<string, string>> = {
  SLOT_TAKEN: taken,
  SLOT_LIMIT_REACHED: taken,
  SLOT_NOT_OFFERED: taken,
  SLOT_OUTSIDE_HOURS: taken,
  HOLD_EXPIRED: taken,
  HOLD_NOT_FOUND: taken,
  SLOT_IN_PAST: "This time has passed. What you wrote is kept; choose a later one.",
  SLOT_NOTICE_TOO_SHORT:
    "It is too late to book this time. What you wrote is kept; choose a later one.",
  SLOT_NOTICE_TOO_LONG: "This time is too far ahead. Choose an earlier one.",
  SLOT_BEYOND_HORIZON: "This time is too far ahead. Choose an earlier one.",
  SERIES_NOT_AVAILABLE: "Some of these dates are taken:",
  DURATION_NOT_OFFERED: "This length is no longer offered. Load the page again.",
  MEETING_TYPE_INACTIVE: "This meeting can no longer be booked.",
  NOT_FOUND: "This meeting can no longer be booked.",
  INVALID_INPUT: "Something you wrote was refused. Look at the addresses and numbers once more.",
  UNREACHABLE:
    "No answer came; your connection may be down. Press the button again: you will not be booked twice.",
};

/** What became of a booking that failed. */
export function bookingProblems(code: string, retryAfterSeconds: number | null): string {
  if (retryAfterSeconds !== null) {
    return `Too much at once. Try again in ${retryAfterSeconds} ${count(retryAfterSeconds, "second", "seconds")}.`;
  }
  return (
    texts[code] ??
    "Something went wrong on our side. Press the button again: you will not be booked twice."
  );
}
