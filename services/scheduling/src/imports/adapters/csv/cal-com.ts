import { emptyBooking } from "../../domain/booking-file.ts";
import type { CsvLayout } from "./csv-layout.ts";
import { peopleIn } from "./people-in.ts";

const taken = /^(?:cancell?ed|rescheduled|rejected|declined|pending|unconfirmed)$/i;
const most = 30;

/** The export of Cal.com's bookings: `attendee1` books, the others are guests. */
export const calCom: CsvLayout = {
  program: "CAL_COM",
  fits: (names) =>
    ["starttime", "endtime", "uid"].every((name) => names.has(name)) &&
    (names.has("attendee1") || names.has("eventtypeid") || names.has("timestatus")),
  booking: (cells) => {
    const columns = Array.from({ length: most }, (_, i) => cells(`attendee${i + 1}`));
    const [attendee, ...guests] = columns.flatMap(peopleIn);
    const phone = cells("attendeephone1", "attendeephonenumber1");
    return {
      ...emptyBooking,
      name: attendee?.name ?? attendee?.email ?? null,
      email: attendee?.email ?? null,
      phone: phone?.startsWith("+") ? phone : null,
      start: cells("starttime"),
      end: cells("endtime"),
      uid: cells("uid"),
      guests,
      problems: taken.test(cells("timestatus", "status") ?? "")
        ? [{ field: null, code: "NOT_CONFIRMED" }]
        : [],
    };
  },
};
