import type { PersonalData } from "@tidbok/service";
import type { Vault } from "@tidbok/vault";
import type { Schedule } from "./schedules/domain/schedule.ts";
import type { Store } from "./store/index.ts";

/** The parts that the functions need. */
export type PersonalDataParts = {
  readonly store: Store;
  readonly vault: Vault;
  readonly now: () => number;
};

/**
 * All data about an attendee is sealed with a key of this attendee of this booking alone. An account is an id here;
 * identity has its personal data. Reasons of absences and blocked time, and names of schedules and feeds, are sealed with
 * the key of their owner. Hours and dates are in clear: the database computes with them.
 */
export const personalData: PersonalData<PersonalDataParts> = {
  columns: [
    {
      table: "absence",
      column: "reason",
      category: "ABSENCE_REASON",
      subject: "host",
      erasure: "delete",
    },
    {
      table: "blocked_time",
      column: "reason",
      category: "ABSENCE_REASON",
      subject: "host",
      erasure: "delete",
    },
    ...(
      [
        ["schedule", "sealed_name", "HOST_WHEREABOUTS"],
        ["schedule", "holiday_country", "HOST_WHEREABOUTS"],
        ["schedule", "time_zone", "HOST_SCHEDULE"],
        ["schedule_window", "days", "HOST_SCHEDULE"],
        ["schedule_window", "start_minute", "HOST_SCHEDULE"],
        ["schedule_window", "end_minute", "HOST_SCHEDULE"],
        ["schedule_override", "on_date", "HOST_WHEREABOUTS"],
        ["schedule_override_window", "start_minute", "HOST_WHEREABOUTS"],
        ["schedule_override_window", "end_minute", "HOST_WHEREABOUTS"],
        ["schedule_travel", "from_date", "HOST_WHEREABOUTS"],
        ["schedule_travel", "to_date", "HOST_WHEREABOUTS"],
        ["schedule_travel", "time_zone", "HOST_WHEREABOUTS"],
        ["absence", "starts_on", "HOST_WHEREABOUTS"],
        ["absence", "ends_on", "HOST_WHEREABOUTS"],
        ["absence", "stand_in_id", "HOST_WHEREABOUTS"],
        ["blocked_time", "start_at", "HOST_WHEREABOUTS"],
        ["blocked_time", "end_at", "HOST_WHEREABOUTS"],
        ["calendar_feed", "sealed_name", "HOST_WHEREABOUTS"],
      ] as const
    ).map(([table, column, category]) => ({
      table,
      column,
      category,
      subject: "host" as const,
      erasure: table === "schedule" ? ("blank" as const) : ("delete" as const),
    })),
    {
      // A keyed hash of a secret; the row also has the id of the account that the feed belongs to.
      table: "calendar_feed",
      column: "secret_index",
      category: "CALENDAR_LINK",
      subject: "host",
      erasure: "delete",
    },
    {
      // A keyed hash of a booking in an imported file. It stays, so a second import does not restore an erased person.
      table: "booking",
      column: "source_index",
      category: "ATTENDEE_EMAIL",
      subject: "attendee",
      erasure: "unlink",
    },
    ...(
      [
        ["name", "ATTENDEE_NAME"],
        ["email", "ATTENDEE_EMAIL"],
        ["email_index", "ATTENDEE_EMAIL"],
        ["phone", "ATTENDEE_PHONE"],
        ["time_zone", "ATTENDEE_TIME_ZONE"],
        ["locale", "ATTENDEE_LOCALE"],
        ["cancellation_reason", "CANCELLATION_REASON"],
      ] as const
    ).map(([column, category]) => ({
      table: "attendee",
      column,
      category,
      subject: "attendee" as const,
      erasure: "blank" as const,
    })),
    {
      table: "answer",
      column: "answer",
      category: "ATTENDEE_ANSWER",
      subject: "attendee",
      erasure: "delete",
    },
    {
      table: "booking_note",
      column: "note",
      category: "BOOKING_NOTE",
      subject: "attendee",
      erasure: "delete",
    },
    {
      table: "change_reason",
      column: "reason",
      category: "CANCELLATION_REASON",
      subject: "attendee",
      erasure: "delete",
    },
  ],

  exportSubject: async ({ store }, subjectId) => {
    const details = (await store.attendees.findDetails([subjectId])).get(subjectId);
    const { answers = [], ...attendee } = details ?? {};
    const reasons = await store.changes.findReasonsOf(subjectId);
    const absences = await store.absences.listOf(subjectId);
    const whys = await store.absences.findReasons(absences.map(({ id }) => id));
    const schedules = await store.hostSchedules.listOf(subjectId);
    const names = await store.scheduleNames.find(schedules.map(({ id }) => id));
    const blocked = await store.blockedTimes.listOf(subjectId);
    const reasonsOfBlocked = await store.blockedTimes.findReasons(blocked.map(({ id }) => id));
    return {
      attendee: details ? [attendee] : [],
      answer: answers,
      change_reason: reasons,
      // The export has the notes about a person, but not their author: that is data about the author.
      booking_note: await store.bookingNotes.listAbout(subjectId),
      schedule: schedules.map((schedule, i) => ({ ...hoursOf(schedule), name: names[i] ?? null })),
      calendar_feed: await store.calendarFeeds.findOf(subjectId),
      absence: absences.map((absence, i) => ({ ...absence, reason: whys[i] ?? null })),
      blocked_time: blocked.map((each, i) => ({ ...each, reason: reasonsOfBlocked[i] ?? null })),
    };
  },

  // The key first: without it nothing can be read, even if the rest fails.
  eraseSubject: async ({ store, vault, now }, subjectId) => {
    const isKnown =
      (await store.attendees.findDetails([subjectId])).size > 0 ||
      (await store.absences.countOf(subjectId)) > 0 ||
      (await store.blockedTimes.countOf(subjectId)) > 0 ||
      (await store.calendarFeeds.countOf(subjectId)) > 0 ||
      (await store.hostSchedules.countOf(subjectId)) > 0;
    if (!isKnown) return 0;
    await vault.destroyKey(subjectId);
    return store.transaction(
      async (inside) =>
        // The row of the attendee first: a transaction that writes about the attendee holds its lock.
        (await inside.attendees.erase(subjectId, now())) +
        (await inside.bookingNotes.eraseAbout(subjectId)) +
        (await inside.absences.eraseOf(subjectId)) +
        (await inside.blockedTimes.eraseOf(subjectId)) +
        (await inside.calendarFeeds.eraseOf(subjectId)) +
        (await inside.hostSchedules.blankOf(subjectId)) +
        (await inside.changes.eraseReasonsOf(subjectId)),
    );
  },

  residue: async ({ store }, subjectId) =>
    (await store.attendees.countLeft(subjectId)) +
    (await store.changes.countReasonsOf(subjectId)) +
    (await store.bookingNotes.countAbout(subjectId)) +
    (await store.absences.countOf(subjectId)) +
    (await store.blockedTimes.countOf(subjectId)) +
    (await store.calendarFeeds.countOf(subjectId)) +
    (await store.hostSchedules.countOf(subjectId)),
};

function hoursOf({ id, timeZone, weekly, overrides, travel, holidayCountry, createdAt }: Schedule) {
  return { id, timeZone, weekly, overrides, travel, holidayCountry, createdAt };
}
