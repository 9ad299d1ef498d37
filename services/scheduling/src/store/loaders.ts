import type { Instant, Interval } from "@tidbok/domain";
import DataLoader from "dataloader";
import type { AttendeeDetails } from "../bookings/domain/attendee.ts";
import type { Booking } from "../bookings/domain/booking.ts";
import type { Guest } from "../bookings/domain/guest.ts";
import type { GroupChoice, HandChoice } from "../slots/domain/hosts-of-slot.ts";
import type { MeetingType } from "../meeting-types/domain/meeting-type.ts";
import type { MeetingTypeCount } from "../meeting-types/store/meeting-types.ts";
import type { Occurrence } from "../bookings/domain/occurrence.ts";
import type { Proposal } from "../proposals/domain/proposal.ts";
import type { Question } from "../meeting-types/domain/question.ts";
import type { HostHours } from "../schedules/domain/schedule.ts";
import type { OrganizationAccount } from "../hosting/domain/standing.ts";
import type { Series } from "../series/domain/series.ts";
import type { TakenTime } from "../slots/domain/slot-request.ts";
import type { ReasonQuery } from "../bookings/store/changes.ts";
import type { Store } from "./index.ts";

/** The host and the interval of taken time, and the organization that asks. */
type BusyQuery = {
  readonly hostId: string;
  readonly organizationId: string;
  readonly during: Interval;
};

/** The look-ups of one request; each gathers its keys into one query. */
export function createLoaders(store: Store, now: Instant) {
  const loaders = {
    busy: busyLoader(store, now),
    booking: byId<Booking>((ids) => store.bookings.findMany(ids)),
    meetingTypeCount: new DataLoader<string, MeetingTypeCount>((ids) =>
      store.meetingTypes.countOf(ids),
    ),
    routingFormCount: new DataLoader<string, number>((ids) => store.routingForms.countOf(ids)),
    meetingType: byId<MeetingType>((ids) => store.meetingTypes.findMany(ids)),
    schedule: new DataLoader<string, HostHours | null>(async (ids) => {
      const found = new Map((await store.schedules.findHours(ids)).map((row) => [row.id, row]));
      // The statement returns the stand-ins' schedules, too: no second look-up.
      for (const [id, row] of found) if (!ids.includes(id)) loaders.schedule.prime(id, row);
      return ids.map((id) => found.get(id) ?? null);
    }),
    scheduleName: new DataLoader<string, string | null>((ids) => store.scheduleNames.find(ids)),
    changedAt: new DataLoader<string, Instant | null>(async (ids) => {
      const found = await store.changes.lastAt(ids);
      return ids.map((id) => found.get(id) ?? null);
    }),
    absenceReason: new DataLoader<string, string | null>((ids) => store.absences.findReasons(ids)),
    blockedTimeReason: new DataLoader<string, string | null>((ids) =>
      store.blockedTimes.findReasons(ids),
    ),
    proposal: new DataLoader<string, Proposal | null>(async (ids) => {
      const found = await store.proposals.findNewest(ids);
      return ids.map((id) => found.get(id) ?? null);
    }),
    guests: new DataLoader<string, readonly Guest[]>(async (ids) => {
      const found = await store.guests.findMany(ids);
      return ids.map((id) => found.filter(({ bookingId }) => bookingId === id));
    }),
    formerHosts: new DataLoader<string, readonly string[]>(async (ids) => {
      const found = await store.changes.formerHosts(ids);
      return ids.map((id) => found.get(id) ?? []);
    }),
    hostChoices: new DataLoader<string, readonly (GroupChoice | HandChoice)[]>(async (ids) => {
      const found = await store.reservations.hostChoices(ids);
      return ids.map((id) => found.get(id) ?? []);
    }),
    occurrence: new DataLoader<string, Occurrence | null>(async (ids) => {
      const found = await store.occurrences.findOf(ids);
      return ids.map((id) => found.get(id) ?? null);
    }),
    /** Whether an account can host nothing new in an organization. */
    isMissing: new DataLoader<OrganizationAccount, boolean, string>(
      (hosts) => store.standings.areMissing(hosts),
      { cacheKeyFn: ({ organizationId, accountId }) => `${organizationId} ${accountId}` },
    ),
    attendeesHiddenFromEachOther: new DataLoader<string, boolean>((ids) =>
      store.attendeesHiddenFromEachOther.areOn(ids),
    ),
    attendeesVisibleToAdmins: new DataLoader<string, boolean>((ids) =>
      store.attendeesVisibleToAdmins.areOn(ids),
    ),
    series: byId<Series>((ids) => store.series.findMany(ids)),
    question: byId<Question>((ids) => store.questions.findMany(ids)),
    changeReason: new DataLoader<ReasonQuery, string | null, string>(
      (queries) => store.changes.findReasons(queries),
      { cacheKeyFn: (query) => `${query.bookingId} ${query.position} ${query.attendeeId}` },
    ),
    noteText: new DataLoader<string, string | null>((ids) => store.bookingNotes.findTexts(ids)),
    attendeeDetails: new DataLoader<string, AttendeeDetails | null>(async (ids) => {
      const found = await store.attendees.findDetails(ids);
      return ids.map((id) => found.get(id) ?? null);
    }),
  };
  return {
    ...loaders,
    /** Forgets all rows, so that the request sees what it has changed. */
    clear: () => {
      for (const loader of Object.values(loaders)) loader.clearAll();
    },
  };
}

export type Loaders = ReturnType<typeof createLoaders>;

function byId<Row extends { readonly id: string }>(
  findMany: (ids: readonly string[]) => Promise<readonly Row[]>,
): DataLoader<string, Row | null> {
  return new DataLoader(async (ids) => {
    const found = new Map((await findMany(ids)).map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
}

function busyLoader(
  store: Store,
  now: Instant,
): DataLoader<BusyQuery, readonly TakenTime[], string> {
  return new DataLoader<BusyQuery, readonly TakenTime[], string>(
    async (queries) => {
      const during = {
        start: Math.min(...queries.map(({ during }) => during.start)),
        end: Math.max(...queries.map(({ during }) => during.end)),
      };
      const hostIds = [...new Set(queries.map(({ hostId }) => hostId))];
      const organizationIds = [...new Set(queries.map(({ organizationId }) => organizationId))];
      // A wider interval does no harm: the engine looks at its window only.
      const busy = new Map(
        await Promise.all(
          organizationIds.map(async (organizationId) => {
            const query = { hostIds, organizationId, during, now };
            return [organizationId, await store.reservations.busy(query)] as const;
          }),
        ),
      );
      return queries.map(
        ({ hostId, organizationId }) => busy.get(organizationId)?.get(hostId) ?? [],
      );
    },
    {
      cacheKeyFn: ({ hostId, organizationId, during }) =>
        `${hostId} ${organizationId} ${during.start} ${during.end}`,
    },
  );
}
