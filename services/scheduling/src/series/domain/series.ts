import { DomainError, type Instant } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";
import type { Recurrence } from "../../meeting-types/domain/recurrence.ts";

/** Bookings that were made together by a rule; from then on each is a booking of its own. */
export type Series = {
  readonly id: string;
  readonly organizationId: string;
  readonly frequency: Recurrence["frequency"];
  readonly interval: number;
  readonly createdAt: Instant;
};

/** A start of a series that could not be had, and the code with which bookMeeting would refuse it. */
export type SeriesGap = { readonly start: Instant; readonly code: string };

/** Too few starts of the series can be had; nothing is booked. */
export class SeriesNotAvailable extends DomainError<ErrorCode> {
  constructor(gaps: readonly SeriesGap[]) {
    const occurrences = gaps.map(({ start, code }) => {
      return { startAt: new Date(start).toISOString(), code };
    });
    const message = "Not every time of the series can be booked.";
    super("SERIES_NOT_AVAILABLE", message, { occurrences });
  }
}
