import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useWords } from "../../words/words-context.tsx";
import { PendingBookingsDocument } from "../../generated/graphql.ts";
import { graphQuery } from "../ask-graph.ts";
import { delayedActions, onDelayedActions } from "../delayed-actions.ts";
import type { Clock } from "../time/create-clock.ts";
import styles from "./agenda.module.css";
import { PendingBooking } from "./pending-booking.tsx";
import type { AgendaWords } from "./words.en.ts";

/** The bookings that wait for an answer, above all days; absent when no booking waits. */
export function PendingBookings({ clock }: { readonly clock: Clock }) {
  const words = useWords<AgendaWords>();
  const waiting = useSyncExternalStore(onDelayedActions, delayedActions);
  const { data } = useQuery({
    ...graphQuery(PendingBookingsDocument),
    refetchInterval: 60_000,
    refetchOnWindowFocus: "always",
  });
  const nodes = (data?.data.hostedBookings?.nodes ?? []).filter(
    ({ id }) => !waiting.some(({ subject }) => subject === id),
  );
  if (nodes.length === 0) return null;
  return (
    <section className={styles["pending"]} aria-labelledby="pending">
      <h2 id="pending">{words.pending(nodes.length)}</h2>
      <ul>
        {nodes.map((booking) => (
          <PendingBooking key={booking.id} booking={booking} clock={clock} />
        ))}
      </ul>
    </section>
  );
}
