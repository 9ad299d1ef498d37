import { z } from "zod";
import { bookMeetingInput } from "../../bookings/domain/booking-input.ts";
import { recurrenceInput } from "../../meeting-types/domain/recurrence.ts";

/** What to do when some starts of the series can be had and others cannot. */
export const partialBookings = ["BOOK_NOTHING", "BOOK_WHAT_IS_FREE"] as const;

/** The input of bookSeries: the input of bookMeeting with a rule by which the meeting recurs. */
export const bookSeriesInput = bookMeetingInput.omit({ holdId: true }).extend({
  recurrence: recurrenceInput,
  ifPartly: z.enum(partialBookings).default("BOOK_NOTHING"),
});

/** The input of bookSeries. */
export type BookSeriesInput = z.output<typeof bookSeriesInput>;
