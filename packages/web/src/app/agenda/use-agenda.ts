import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useWords } from "../../words/words-context.tsx";
import {
  AgendaAwayDocument,
  AgendaFrameDocument,
  type AgendaFrameQuery,
} from "../../generated/graphql.ts";
import { announce } from "../announcer.ts";
import { graphQuery } from "../ask-graph.ts";
import { createClock } from "../time/create-clock.ts";
import { useAppLanguage } from "../words/app-words-context.tsx";
import type { AgendaSearch } from "./agenda-search.ts";
import { readBookings, type ReadBookings } from "./read-bookings.ts";
import { shownDays } from "./shown-days.ts";
import type { AgendaWords } from "./words.en.ts";

/** All that the agenda shows at an address, kept up to date. */
export function useAgenda(search: AgendaSearch) {
  const language = useAppLanguage();
  const { data: frame } = useQuery(graphQuery(AgendaFrameDocument));
  const me = frame?.data.me;
  const clock = createClock(language, me?.timeZone);
  const shown = shownDays({ search, language, timeZone: clock.timeZone });
  const first = shown.days[0] ?? shown.date;
  const bookings = useQuery({
    // A meeting that goes on past midnight began the day before.
    ...readBookings(
      first.subtract({ days: 1 }).toDate(clock.timeZone).toISOString(),
      first.add({ days: shown.days.length }).toDate(clock.timeZone).toISOString(),
    ),
    enabled: me != null,
  });
  const away = useQuery(graphQuery(AgendaAwayDocument));
  useAnnouncedChanges(bookings.data, String(first));
  return { me, clock, shown, bookings, away, organizations: organizationsOf(me) };
}

function organizationsOf(me: AgendaFrameQuery["me"] | undefined) {
  return (me?.memberships ?? []).flatMap(({ organization }) =>
    organization ? [organization] : [],
  );
}

// Tells of bookings that came or went while the same days are shown.
function useAnnouncedChanges(read: ReadBookings | undefined, days: string): void {
  const words = useWords<AgendaWords>();
  const before = useRef<{ readonly days: string; readonly ids: ReadonlySet<string> } | null>(null);
  useEffect(() => {
    if (!read) return;
    const ids = new Set(read.nodes.map(({ id }) => id));
    const known = before.current?.days === days ? before.current.ids : ids;
    const came = [...ids].filter((id) => !known.has(id)).length;
    const went = [...known].filter((id) => !ids.has(id)).length;
    before.current = { days, ids };
    if (came > 0) announce(words.new(came));
    else if (went > 0) announce(words.gone(went));
  }, [read, days, words]);
}
