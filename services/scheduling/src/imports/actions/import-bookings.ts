import { InvalidInput, isAdministrator, newId, requireMember, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { editableMeetingType } from "../../meeting-types/actions/steps/editable-meeting-type.ts";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";
import type { FileBooking } from "../domain/booking-file.ts";
import {
  importBookingsInput,
  mostNotified,
  type BookingImport,
  type ImportBookingsInput,
} from "../domain/booking-import.ts";
import type { SourcedBooking } from "../domain/decide-imported.ts";
import { importHosts } from "../domain/import-hosts.ts";
import { readImported, type ImportRules } from "../domain/read-imported.ts";
import { reportOf, type ReadRow } from "../domain/report-of.ts";
import { decideBookings } from "./steps/decide-bookings.ts";
import { writeImported } from "./steps/write-imported.ts";

/** Imports bookings from a file, all or nothing unless the input skips refused ones; a check writes nothing. */
export async function importBookings(context: Context, given: unknown): Promise<BookingImport> {
  const input = validate(importBookingsInput, given);
  const meetingType = await editableMeetingType(context, input.meetingTypeId);
  const importer = requireMember(context.caller, meetingType.organizationId);
  const hosts = hostsFor(context, { input, meetingType, importer });
  const { locale, ownEmails } = input;
  const read = { ...input, timeZone: input.timeZone ?? null, now: context.now };
  const {
    bookings: fileBookings,
    unreadColumns,
    recognizedAs,
    ...file
  } = context.bookingFiles.read(read);
  const timeZone = input.timeZone ?? file.timeZone ?? null;
  if (timeZone === null) throw timeZoneRequired();
  const rules = { timeZone, locale, now: context.now, ownEmails, hostsFor: hosts };
  const rows = fileBookings.map((booking) => readRow(context, { booking, rules, importer }));
  const bookings = rows.flatMap(({ booking }) => (booking ? [booking] : []));
  const people = bookings.reduce((sum, { guests }) => sum + 1 + guests.length, 0);
  if (input.tellsAttendees && people > mostNotified) {
    const message = `exceeds the limit of ${mostNotified} attendees and guests that one import may mail`;
    throw new InvalidInput([{ path: "tellsAttendees", code: "TOO_MANY", message }]);
  }
  return inTransaction(context, async (context) => {
    const isImport = input.mode === "IMPORT";
    const decided = await decideBookings(context, {
      bookings,
      meetingType,
      importer,
      isLocking: isImport,
    });
    const report = (id: string | null) => ({
      ...reportOf(rows, { ...decided, id }),
      unreadColumns,
      recognizedAs,
    });
    const checked = report(null);
    const isWhole = checked.rows.every(({ outcome }) => outcome !== "REFUSED");
    if (!isImport || !(isWhole || input.skipsRefused)) return checked;
    const { id } = await context.store.once(onceOf(context, { input, importer }), () =>
      writeImported(context, { bookings, meetingType, importer, decided, input }),
    );
    return report(id);
  });
}

function onceOf(
  { fingerprint }: Context,
  { input, importer }: { readonly input: ImportBookingsInput; readonly importer: string },
) {
  const request = fingerprint(JSON.stringify(input));
  const principal = `account ${importer}`;
  return { principal, operation: "importBookings", key: input.idempotencyKey, request };
}

function timeZoneRequired(): InvalidInput {
  const message = "must be given, because the file names no time zone for its times";
  return new InvalidInput([{ path: "timeZone", code: "REQUIRED", message }]);
}

function hostsFor(
  { caller }: Context,
  {
    input,
    meetingType,
    importer,
  }: {
    readonly input: ImportBookingsInput;
    readonly meetingType: MeetingType;
    readonly importer: string;
  },
): ImportRules["hostsFor"] {
  const hostsOf = importHosts({
    meetingType,
    importer,
    isAdmin: isAdministrator(caller, meetingType.organizationId),
    fallback: input.hostId ?? null,
  });
  const hosts = input.hostId == null ? [] : hostsOf(input.hostId);
  if ("code" in hosts) {
    const message = "must be a host of the meeting type; members may name only themselves";
    throw new InvalidInput([{ path: "hostId", code: hosts.code, message }]);
  }
  return hostsOf;
}

function readRow(
  { fingerprint }: Context,
  {
    booking,
    rules,
    importer,
  }: {
    readonly booking: FileBooking;
    readonly rules: ImportRules;
    readonly importer: string;
  },
): ReadRow {
  const { line } = booking;
  const read = readImported(booking, rules);
  if (!("line" in read)) return { line, booking: null, problems: read };
  const { uid, occurrence, start, end, email, hostIds } = read;
  // Without a uid, a booking is recognized by its hosts, its attendee and its time.
  const ofUid = occurrence === null ? { uid } : { uid, occurrence };
  const named = uid === null ? { start, end, email: email.toLowerCase() } : ofUid;
  const sourceOf = (name: object) =>
    fingerprint(JSON.stringify({ import: name, hostIds: [...hostIds].sort() }));
  const ownSource = uid === null ? sourceOf({ ...named, importer }) : null;
  const sourced: SourcedBooking = { ...read, id: newId(), source: sourceOf(named), ownSource };
  return { line, booking: sourced, problems: [] };
}
