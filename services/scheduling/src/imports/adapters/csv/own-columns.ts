import { emptyBooking } from "../../domain/booking-file.ts";
import { unreadableFile } from "../../domain/unreadable-file.ts";
import { type CsvLayout } from "./csv-layout.ts";
import { peopleIn } from "./people-in.ts";

/** The names of the columns of the API's manual, and others that people give them. */
const columns = {
  start: ["start", "startat", "starttime", "startdatetime", "starttid", "börjar", "begin"],
  end: ["end", "endat", "endtime", "enddatetime", "sluttid", "slutar", "ende"],
  durationMinutes: ["durationminutes", "duration", "durationmin", "minutes", "minuter"],
  name: ["name", "fullname", "attendeename", "customername", "clientname", "namn"],
  email: [
    "email",
    "emailaddress",
    "mail",
    "attendeeemail",
    "customeremail",
    "clientemail",
    "epost",
  ],
  phone: ["phone", "phonenumber", "telephone", "mobile", "telefon", "mobil"],
  timeZone: ["timezone", "tz", "tidszon", "zeitzone"],
  locale: ["locale", "language", "språk"],
  hostId: ["hostid"],
  uid: ["uid"],
  guests: ["guests", "guestemails", "gäster"],
} as const;

/** A table as the API's manual describes it. */
export const ownColumns: CsvLayout = {
  program: null,
  fits: () => true,
  booking: (cells) => ({
    ...emptyBooking,
    start: cells(...columns.start),
    end: cells(...columns.end),
    durationMinutes: cells(...columns.durationMinutes),
    name: cells(...columns.name),
    email: cells(...columns.email),
    phone: cells(...columns.phone),
    timeZone: cells(...columns.timeZone),
    locale: cells(...columns.locale),
    hostId: cells(...columns.hostId),
    uid: cells(...columns.uid),
    guests: peopleIn(cells(...columns.guests)),
    problems: [],
  }),
};

/** Throws InvalidInput when a column is missing or is there twice. The names are plain ones. */
export function checkOwnColumns(names: readonly string[]): void {
  const count = (column: keyof typeof columns) =>
    names.filter((name) => (columns[column] as readonly string[]).includes(name)).length;
  const missing = (["start", "name", "email"] as const).find((column) => count(column) === 0);
  if (missing) throw unreadableFile("MISSING_COLUMN", `must have a column named ${missing}`);
  if (count("end") + count("durationMinutes") === 0) {
    throw unreadableFile("MISSING_COLUMN", "must have a column named end or durationMinutes");
  }
  const repeated = (Object.keys(columns) as (keyof typeof columns)[]).find(
    (each) => count(each) > 1,
  );
  if (repeated) {
    throw unreadableFile("REPEATED_COLUMN", `must have only one column named ${repeated}`);
  }
}
