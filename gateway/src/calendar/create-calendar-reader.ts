import { callerClassOf } from "@tidbok/minimization";
import { createContext } from "../context.ts";
import type { GraphServers } from "../graph/create-graph-servers.ts";
import { ServiceUnavailable } from "../errors/service-unavailable.ts";
import { calendarWindow, isShown, type CalendarEntry } from "./calendar-entry.ts";
import type { Feed } from "./create-feed-lookup.ts";

/** What a calendar is written from. */
export type Calendar = {
  /** The name that its owner gave the feed. */
  readonly name: string | null;
  readonly entries: readonly CalendarEntry[];
  /** The language of the feed's owner; null where it is not known. */
  readonly locale: string | null;
};

/** Reads a feed's bookings. Rejects where any of them cannot be read: a calendar would delete what is missing. */
export type CalendarReader = (
  feed: Feed,
  at: { readonly now: number; readonly requestId: string },
) => Promise<Calendar>;

/** So many meetings at most, those booked last; a calendar of more is no help to a person. */
const most = 2_000;

// Not a fragment, which the limit on what an operation costs counts twice over; the same limit sets the page.
const entry = `id state sequence startAt endAt createdAt changedAt cancellation { at }
  meetingType @include(if: $title) { title }
  location @include(if: $location) { text }
  attendees @include(if: $firstName) { firstName }`;
const shown = "$title: Boolean!, $location: Boolean!, $firstName: Boolean!";

const hostQuery = `query HostCalendar($from: DateTime!, $to: DateTime!, $after: String, ${shown}) {
  me { locale } calendarFeeds { id name }
  hostedBookings(first: 50, after: $after, filter: { startsAfter: $from, startsBefore: $to }) {
    nodes { ${entry} } pageInfo { hasNextPage endCursor } } }`;
const attendeeQuery = `query AttendeeCalendar(${shown}) {
  calendarFeeds { id name }
  myBooking { people: attendees { locale } ${entry} } }`;

type NamedFeeds = {
  readonly calendarFeeds: readonly { readonly id: string; readonly name: string | null }[] | null;
};
type HostAnswer = NamedFeeds & {
  readonly me: { readonly locale: string | null } | null;
  readonly hostedBookings: {
    readonly nodes: readonly CalendarEntry[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
};
type AttendeeAnswer = NamedFeeds & {
  readonly myBooking:
    (CalendarEntry & { readonly people: readonly { readonly locale: string | null }[] }) | null;
};

/**
 * Reads by asking the graph as the feed's owner: the same operations, rules and pruning as for
 * everybody, so that no feed shows what its owner could not see.
 */
export function createCalendarReader(servers: GraphServers): CalendarReader {
  async function ask<Answer>(
    query: string,
    { feed, requestId, variables }: { feed: Feed; requestId: string; variables: object },
  ): Promise<Answer> {
    const { caller, details } = feed;
    const show = {
      title: details.includes("TITLE"),
      location: details.includes("LOCATION"),
      firstName: details.includes("ATTENDEE_FIRST_NAME"),
    };
    const { body } = await servers[callerClassOf(caller)].executeOperation(
      { query, variables: { ...show, ...variables } },
      { contextValue: createContext(caller, { requestId }) },
    );
    if (body.kind !== "single") throw new Error("a calendar's operation was answered in parts");
    const { data, errors } = body.singleResult;
    if (errors || !data) throw new ServiceUnavailable(errors);
    return data as Answer;
  }

  async function readHosted(feed: Feed, at: { now: number; requestId: string }) {
    const entries = new Map<string, CalendarEntry>();
    const { requestId } = at;
    let after: string | null = null;
    let locale: string | null;
    let name: string | null;
    do {
      const variables: object = { ...calendarWindow(at.now), after };
      const answer: HostAnswer = await ask(hostQuery, { feed, variables, requestId });
      const page = answer.hostedBookings;
      locale = answer.me?.locale ?? null;
      name = nameOf(feed, answer);
      for (const each of page?.nodes ?? []) entries.set(each.id, each);
      after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null && entries.size < most);
    return { entries: [...entries.values()], locale, name };
  }

  async function readAttended(feed: Feed, { requestId }: { requestId: string }) {
    const answer = await ask<AttendeeAnswer>(attendeeQuery, { feed, variables: {}, requestId });
    const booking = answer.myBooking;
    // The feed tells nothing of the other attendees.
    const [locale] = (booking?.people ?? []).flatMap((each) => each.locale ?? []);
    return {
      entries: booking ? [booking] : [],
      locale: locale ?? null,
      name: nameOf(feed, answer),
    };
  }

  return async (feed, at) => {
    const isHost = feed.caller.kind === "account";
    const calendar = await (isHost ? readHosted(feed, at) : readAttended(feed, at));
    return { ...calendar, entries: calendar.entries.filter((each) => isShown(each, at.now)) };
  };
}

function nameOf({ id }: Feed, { calendarFeeds }: NamedFeeds): string | null {
  return calendarFeeds?.find((each) => each.id === id)?.name ?? null;
}
