import { emptyBooking } from "../../domain/booking-file.ts";
import { calendlyZone } from "./calendly-zone.ts";
import { isYes, type CsvLayout } from "./csv-layout.ts";
import { peopleIn } from "./people-in.ts";

/** The export of Calendly's scheduled events. Its times are in the time zone of the invitee. */
export const calendly: CsvLayout = {
  program: "CALENDLY",
  fits: (names) => names.has("inviteeemail") && names.has("startdatetime"),
  booking: (cells) => {
    const [first, last] = [cells("inviteefirstname"), cells("inviteelastname")];
    const name = cells("inviteename");
    const phone = cells("textremindernumber");
    const event = cells("eventuuid");
    return {
      ...emptyBooking,
      name: name ?? ([first, last].filter((part) => part !== null).join(" ") || null),
      email: cells("inviteeemail"),
      // A number without its country cannot be called from elsewhere, and is no reason to lose the booking.
      phone: phone?.startsWith("+") ? phone : null,
      timeZone: calendlyZone(cells("inviteetimezone")),
      start: cells("startdatetime"),
      end: cells("enddatetime"),
      // One event of several invitees is a booking for each of them.
      uid: cells("inviteeuuid") ?? event,
      guests: peopleIn(cells("guestemails", "guestemail")),
      problems: isYes(cells("canceled", "cancelled"))
        ? [{ field: null, code: "NOT_CONFIRMED" }]
        : [],
    };
  },
};
