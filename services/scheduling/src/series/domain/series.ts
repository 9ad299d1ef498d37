import { DomainError, type Instant } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";
import type { Recurrence } from "../../meeting-types/domain/recurrence.ts";

/** Bookings that somebody made at once, each of its own from then on. */
export type Series = {
  readonly id: string;
  readonly organizationId: string;
  readonly frequency: Recurrence["frequency"];
  readonly interval: number;
  readonly createdAt: Instant;
};

/** A start of a series that could not be had, and why: a code of bookMeeting's. */
export type SeriesGap = { readonly start: Instant; readonly code: string };

/** What to do when some of the starts can be had and others cannot. */
export const partialWishes = ["BOOK_NOTHING", "BOOK_WHAT_IS_FREE"] as const;

/** Not all starts, or none, can be had; nothing is booked. */
export class SeriesNotAvailable extends DomainError<ErrorCode> {
  constructor(gaps: readonly SeriesGap[]) {
    const occurrences = gaps.map(({ start, code }) => {
      return { startAt: new Date(start).toISOString(), code };
    });
    const message = "Not every time of the series can be booked.";
    super("SERIES_NOT_AVAILABLE", message, { occurrences });
  }
}
