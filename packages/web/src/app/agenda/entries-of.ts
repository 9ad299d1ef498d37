import type { CalendarDate } from "@internationalized/date";
import type { FragmentType } from "../../generated/fragment-masking.ts";
import type {
  AbsenceBandFragmentDoc,
  AgendaAwayQuery,
  BookingEntryFragmentDoc,
} from "../../generated/graphql.ts";
import type { Timed } from "../time/place-day.ts";
import type { ReadBookings } from "./read-bookings.ts";

/** An entry with its times; a booking draws itself from its fragment, blocked time has none. */
export type TimedEntry = Timed & {
  readonly booking: FragmentType<typeof BookingEntryFragmentDoc> | null;
};

/** What the agenda shows: entries with times, and absences of whole days. */
export type AgendaEntries = {
  readonly timed: readonly TimedEntry[];
  readonly absencesOn: (
    date: CalendarDate,
  ) => readonly (FragmentType<typeof AbsenceBandFragmentDoc> & { readonly id: string })[];
};

type Read = {
  readonly bookings: ReadBookings["nodes"];
  readonly away: AgendaAwayQuery["me"] | undefined;
  readonly accountId: string | undefined;
};

/** Brings bookings, blocked time and absences together; those of colleagues, which admins may read, are left out. */
export function entriesOf({ bookings, away, accountId }: Read): AgendaEntries {
  const organizations = (away?.memberships ?? []).map(({ organization }) => organization);
  const blocked = organizations
    .flatMap((each) => each?.blockedTimes?.nodes ?? [])
    .filter(({ account }) => account.id === accountId)
    .flatMap(({ id, startAt, endAt }) =>
      startAt && endAt ? [{ id, startAt, endAt, booking: null }] : [],
    );
  const absences = organizations
    .flatMap((each) => each?.absences?.nodes ?? [])
    .filter(({ account }) => account.id === accountId);
  return {
    timed: [...bookings.map((each) => ({ ...each, booking: each })), ...blocked],
    absencesOn: (date) => {
      const day = String(date);
      return absences.filter(
        ({ startsOn, endsOn }) => startsOn && endsOn && startsOn <= day && day <= endsOn,
      );
    },
  };
}
