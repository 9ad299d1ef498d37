import { comparableEmail, day, input, minute, type Instant, type Interval } from "@tidbok/domain";
import { z } from "zod";
import type { FileBooking, ImportField, ImportProblem, OccurrenceFields } from "./booking-file.ts";
import { instantOf } from "./instant-of.ts";
import { mostGuests, type NewGuest } from "../../bookings/domain/booking-input.ts";
import { phone } from "../../meeting-types/domain/read-answers.ts";

/** A booking of a file with all fields checked. */
export type ImportedBooking = Interval & {
  readonly line: number;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly timeZone: string;
  readonly locale: "en" | "sv";
  readonly hostIds: readonly string[];
  /** The id that the source gave it, or null. */
  readonly uid: string | null;
  /** The people besides the attendee and the hosts, each once. */
  readonly guests: readonly NewGuest[];
} & OccurrenceFields;

/** The values that apply to all bookings of an import. */
export type ImportRules = {
  readonly timeZone: string;
  readonly locale: "en" | "sv";
  readonly now: Instant;
  /** Addresses of a host, which are no guests. */
  readonly ownEmails: readonly string[];
  /** The hosts of a booking, from the host that the file names or null. */
  readonly hostsFor: (hostId: string | null) => readonly string[] | ImportProblem;
};

const earliest = Date.UTC(2000, 0);
const yearsAhead = 5 * 366 * day;

const texts = z.object({
  // A cell of a table may break its lines.
  name: input.place(150),
  email: input.email,
  phone: phone.nullable(),
  timeZone: input.timeZone.nullable(),
  locale: input.locale.nullable(),
  uid: input.line(500).nullable(),
  guests: z.array(z.object({ name: input.line(150).nullable(), email: input.email })),
});

const fields: Readonly<Record<string, ImportField>> = {
  name: "NAME",
  email: "EMAIL",
  phone: "PHONE",
  timeZone: "TIME_ZONE",
  locale: "LOCALE",
  uid: "UID",
  guests: "GUESTS",
};

/** The booking with its fields checked, or all of its problems. */
export function readImported(
  booking: FileBooking,
  rules: ImportRules,
): ImportedBooking | readonly ImportProblem[] {
  // With a wrong number of columns, every field may be a wrong one.
  if (booking.problems.some(({ code }) => code === "WRONG_COLUMN_COUNT")) return booking.problems;
  const read = texts.safeParse(booking);
  const time = readInterval(booking, rules);
  const hosts = rules.hostsFor(booking.hostId);
  const guests = read.success ? guestsOf(read.data, rules) : [];
  const problems = [
    ...booking.problems,
    ...("problem" in time && !isReported(booking, time.problem) ? [time.problem] : []),
    ...("code" in hosts ? [hosts] : []),
    ...(guests.length > mostGuests ? [{ field: "GUESTS", code: "TOO_MANY" } as const] : []),
    ...(read.success ? [] : read.error.issues.map((issue) => problemOf(issue, booking))),
  ];
  if (problems.length > 0 || !read.success || "problem" in time || "code" in hosts) {
    return problems;
  }
  const { timeZone, locale, ...rest } = read.data;
  return {
    ...rest,
    ...time,
    line: booking.line,
    timeZone: timeZone ?? rules.timeZone,
    locale: locale ?? rules.locale,
    hostIds: hosts,
    guests,
    occurrence: booking.occurrence ?? null,
    series: booking.series ?? null,
  };
}

// A person takes part once, however the address is written.
function guestsOf(
  { guests, email }: z.output<typeof texts>,
  { ownEmails }: ImportRules,
): readonly NewGuest[] {
  const seen = new Set([email, ...ownEmails].map(comparableEmail));
  return guests.filter((guest) => {
    const address = comparableEmail(guest.email);
    const isNew = !seen.has(address);
    seen.add(address);
    return isNew;
  });
}

function isReported({ problems }: FileBooking, { field }: ImportProblem): boolean {
  return problems.some((problem) => problem.field === field);
}

function readInterval(
  booking: FileBooking,
  { timeZone, now }: ImportRules,
): Interval | { readonly problem: ImportProblem } {
  const refuse = (field: ImportField, code: ImportProblem["code"]) => ({
    problem: { field, code },
  });
  if (booking.start === null) return refuse("START", "REQUIRED");
  const zone = booking.timeZone ?? timeZone;
  const start = instantOf(booking.start, zone);
  if ("code" in start) return refuse("START", start.code);
  if (start.instant < earliest || start.instant > now + yearsAhead) {
    return refuse("START", "OUT_OF_RANGE");
  }
  const end = endOf(booking, { start: start.instant, zone });
  if (end === null) return refuse("END", "REQUIRED");
  if ("code" in end) return refuse("END", end.code);
  if (end.instant <= start.instant) return refuse("END", "END_BEFORE_START");
  if (end.instant > start.instant + day) return refuse("END", "OUT_OF_RANGE");
  return { start: start.instant, end: end.instant };
}

function endOf(
  { end, durationMinutes }: FileBooking,
  { start, zone }: { readonly start: Instant; readonly zone: string },
): ReturnType<typeof instantOf> | null {
  if (end !== null) return instantOf(end, zone);
  if (durationMinutes === null) return null;
  if (!/^\d{1,4}$/.test(durationMinutes)) return { code: "WRONG_FORMAT" };
  return { instant: start + Number(durationMinutes) * minute };
}

function problemOf(
  { code, path, ...issue }: z.core.$ZodIssue,
  booking: FileBooking,
): ImportProblem {
  const name = String(path[0]);
  const field = fields[name] ?? null;
  if (booking[name as keyof FileBooking] === null) return { field, code: "REQUIRED" };
  if (code === "too_big") return { field, code: "TOO_LONG" };
  const { params } = issue as { readonly params?: { readonly code?: unknown } };
  const isZone = params?.code === "UNKNOWN_TIME_ZONE";
  return { field, code: isZone ? "UNKNOWN_TIME_ZONE" : "WRONG_FORMAT" };
}
