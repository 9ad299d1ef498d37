import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Button } from "../../components/button.tsx";
import { BookingsPageDocument } from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import { ask } from "../ask-graph.ts";
import { Problem } from "../components/problem.tsx";
import { Working } from "../components/working.tsx";
import { createClock } from "../time/create-clock.ts";
import { useAppLanguage, useAppWords } from "../words/app-words-context.tsx";
import { BookingRow } from "./booking-row.tsx";
import { lists, type BookingList } from "./bookings-search.ts";
import styles from "./bookings.module.css";
import { filterOf } from "./filter-of.ts";
import type { BookingsWords } from "./words.en.ts";

/** The bookings that the person hosts, in four lists, 25 at a time. */
export function BookingsScreen() {
  const words = useWords<BookingsWords>();
  const common = useAppWords();
  const language = useAppLanguage();
  const { show = "upcoming" } = useSearch({ from: "/app/bookings" });
  const { data, error, hasNextPage, fetchNextPage, refetch } = useBookings(show);
  useEffect(() => {
    document.title = `${common.bookings} – Tidbok`;
  }, [common]);
  const clock = createClock(language, data?.pages[0]?.data.me?.timeZone);
  const bookings = data?.pages.flatMap((page) => page.data.hostedBookings?.nodes ?? []) ?? [];
  return (
    <section className="stack">
      <h1>{common.bookings}</h1>
      <nav className={styles["lists"]} aria-label={words.listNames}>
        {lists.map((each) => (
          <Link
            key={each}
            to="/app/bookings"
            search={{ show: each }}
            activeProps={{}}
            aria-current={each === show ? "page" : undefined}
          >
            {words.lists[each]}
          </Link>
        ))}
      </nav>
      {error && <Problem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Working />}
      {data && <p className="soft">{words.zone(clock.city)}</p>}
      {data && bookings.length === 0 && <p>{words.empty}</p>}
      <ul>
        {bookings.map((booking) => (
          <li key={booking.id}>
            <BookingRow booking={booking} clock={clock} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <p>
          <Button onClick={() => void fetchNextPage()}>{common.more}</Button>
        </p>
      )}
    </section>
  );
}

function useBookings(show: BookingList) {
  // One instant for all pages of a list: otherwise a page could repeat or leave out a booking.
  const [now] = useState(() => new Date().toISOString());
  return useInfiniteQuery({
    queryKey: ["bookings", show, now],
    queryFn: ({ pageParam: after }) => ask(BookingsPageDocument, { ...filterOf(show, now), after }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ data }) =>
      data.hostedBookings?.pageInfo.hasNextPage ? data.hostedBookings.pageInfo.endCursor : null,
  });
}
