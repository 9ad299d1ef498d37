import { comparableEmail } from "@tidbok/domain";
import { emptyBooking, type FileGuest, type ImportProblem } from "../../domain/booking-file.ts";
import { isYes, type Cells, type CsvLayout, type RowBooking } from "./csv-layout.ts";
import { peopleIn } from "./people-in.ts";

const startDate = ["startdate", "startdatum", "beginntam"];
const startTime = ["starttime", "starttid", "beginntum"];
const endDate = ["enddate", "slutdatum", "endetam"];
const endTime = ["endtime", "sluttid", "endetum"];
const required = ["requiredattendees", "obligatoriskadeltagare", "erforderlicheteilnehmer"];
const optional = ["optionalattendees", "valfriadeltagare", "optionaleteilnehmer"];
const organizer = ["meetingorganizer", "mötesarrangör", "besprechungsplanung"];
const marks = [...required, ...optional, ...organizer, "reminderonoff", "showtimeas"];

const hasAny = (names: ReadonlySet<string>, wanted: readonly string[]) =>
  wanted.some((name) => names.has(name));
const fitsCalendar = (names: ReadonlySet<string>) =>
  hasAny(names, startDate) && hasAny(names, startTime) && hasAny(names, endTime);

/** A calendar that Outlook exports. Its required attendees are the attendee and guests. */
export const outlook: CsvLayout = {
  program: "OUTLOOK",
  fits: (names) => fitsCalendar(names) && hasAny(names, marks),
  booking: (cells, ownEmails) =>
    bookingOf(cells, {
      people: [...peopleIn(cells(...required)), ...peopleIn(cells(...optional))],
      own: new Set([...ownEmails, ...namesOf(peopleIn(cells(...organizer)))]),
    }),
};

/** The table of Google Calendar, which names no attendees unless a column `Guests` was added. */
export const googleCalendar: CsvLayout = {
  program: "GOOGLE_CALENDAR",
  fits: (names) => fitsCalendar(names) && names.has("subject"),
  booking: (cells, own) =>
    bookingOf(cells, { people: peopleIn(cells("guests", "attendees", "guestemails")), own }),
};

function bookingOf(
  cells: Cells,
  { people, own }: { readonly people: readonly FileGuest[]; readonly own: ReadonlySet<string> },
): RowBooking {
  const others = people.filter(
    ({ name, email }) =>
      !own.has(comparableEmail(email)) && !own.has(comparableEmail(name ?? email)),
  );
  const [attendee, ...guests] = others;
  const from = cells(...startDate);
  return {
    ...emptyBooking,
    name: attendee?.name ?? attendee?.email ?? null,
    email: attendee?.email ?? null,
    guests,
    start: joined(from, cells(...startTime)),
    end: joined(cells(...endDate) ?? from, cells(...endTime)),
    problems: problemsOf(cells),
  };
}

function problemsOf(cells: Cells): readonly ImportProblem[] {
  const isWhole = isYes(cells("alldayevent", "heldagshändelse", "ganztägigesereignis"));
  const isOff = /^(?:cancell?ed|inställ[dt]|abgesagt):/i.test(
    cells("subject", "ämne", "betreff") ?? "",
  );
  return [
    ...(isWhole ? [{ field: "START", code: "ALL_DAY" } as const] : []),
    ...(isOff ? [{ field: null, code: "NOT_CONFIRMED" } as const] : []),
  ];
}

// A list of Outlook names a colleague without the address; then the name is all that there is.
function namesOf(people: readonly FileGuest[]): readonly string[] {
  return people.flatMap(({ name, email }) => [name ?? email, email]).map(comparableEmail);
}

function joined(date: string | null, time: string | null): string | null {
  return date === null ? null : `${date} ${time ?? ""}`.trim();
}
