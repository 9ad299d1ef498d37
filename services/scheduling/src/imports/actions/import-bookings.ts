import { InvalidInput, newId, validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { GivenBooking } from "../domain/booking-file.ts";
import {
  bookingsToImport,
  mostTold,
  type BookingImport,
  type BookingsToImport,
} from "../domain/booking-import.ts";
import { importHosts } from "../domain/import-hosts.ts";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";
import { memberOf } from "../../schedules/domain/member-of.ts";
import type { SourcedBooking } from "../domain/place-imported.ts";
import { readImported, type ImportRules } from "../domain/read-imported.ts";
import { isAdministrator } from "../../bookings/domain/relation.ts";
import { reportOf, type ReadRow } from "../domain/report-of.ts";
import { editableMeetingType } from "../../meeting-types/actions/steps/editable-meeting-type.ts";
import { findPlaces } from "./steps/find-places.ts";
import { writeImported } from "./steps/write-imported.ts";

/** Brings bookings along from a file, all or nothing unless told otherwise, or says what that would do. */
export async function importBookings(context: Context, given: unknown): Promise<BookingImport> {
  const wish = validate(bookingsToImport, given);
  const meetingType = await editableMeetingType(context, wish.meetingTypeId);
  const importer = memberOf(context.caller, meetingType.organizationId);
  const rules = rulesOf(context, { wish, meetingType, importer });
  const file = context.bookingFiles.read(wish);
  const rows = file.bookings.map((each) => readRow(context, { each, rules }));
  const bookings = rows.flatMap(({ booking }) => (booking ? [booking] : []));
  if (wish.tellsAttendees && bookings.length > mostTold) {
    const message = `must not be told to more than ${mostTold} attendees at once`;
    throw new InvalidInput([{ path: "tellsAttendees", code: "TOO_MANY", message }]);
  }
  const { unreadColumns } = file;
  return context.store.transaction(async (store) => {
    const inside = { ...context, store };
    const isImport = wish.mode === "IMPORT";
    const found = await findPlaces(inside, { bookings, meetingType, isLocking: isImport });
    const report = (id: string | null) => ({ ...reportOf(rows, { ...found, id }), unreadColumns });
    const checked = report(null);
    const isWhole = checked.rows.every(({ outcome }) => outcome !== "REFUSED");
    if (!isImport || !(isWhole || wish.skipsRefused)) return checked;
    const { id } = await store.once(
      {
        principal: `account ${importer}`,
        operation: "importBookings",
        key: wish.idempotencyKey,
        request: context.fingerprint(JSON.stringify(wish)),
      },
      () => writeImported(inside, { bookings, meetingType, importer, found, wish }),
    );
    return report(id);
  });
}

function rulesOf(
  { caller, now }: Context,
  about: {
    readonly wish: BookingsToImport;
    readonly meetingType: MeetingType;
    readonly importer: string;
  },
): ImportRules {
  const { wish, meetingType, importer } = about;
  const hostsFor = importHosts({
    meetingType,
    importer,
    isAdmin: isAdministrator(caller, meetingType.organizationId),
    fallback: wish.hostId ?? null,
  });
  const hosts = wish.hostId == null ? [] : hostsFor(wish.hostId);
  if ("code" in hosts) {
    const message = "must be a host of the meeting type; for members, themselves";
    throw new InvalidInput([{ path: "hostId", code: hosts.code, message }]);
  }
  return { timeZone: wish.timeZone, locale: wish.locale, now, hostsFor };
}

function readRow(
  { fingerprint }: Context,
  { each, rules }: { readonly each: GivenBooking; readonly rules: ImportRules },
): ReadRow {
  const { line } = each;
  const read = readImported(each, rules);
  if (!("line" in read)) return { line, booking: null, problems: read };
  const { uid, start, end, email, hostIds } = read;
  // What a file does not name is known by who meets whom and when.
  const named = uid === null ? { start, end, email: email.toLowerCase() } : { uid };
  const source = fingerprint(JSON.stringify({ import: named, hostIds: [...hostIds].sort() }));
  const booking: SourcedBooking = { ...read, id: newId(), source };
  return { line, booking, problems: [] };
}
