import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { HostedBookingDocument } from "../../generated/graphql.ts";
import { graphQuery } from "../ask-graph.ts";
import { NotFound } from "../components/not-found.tsx";
import { Problem } from "../components/problem.tsx";
import { WithheldProvider } from "../components/withheld-context.tsx";
import { Working } from "../components/working.tsx";
import { createClock } from "../time/create-clock.ts";
import { useAppLanguage } from "../words/app-words-context.tsx";
import { AttendeeBlock } from "./attendee-block.tsx";
import { BookingActions } from "./booking-actions.tsx";
import { BookingDeliveries } from "./booking-deliveries.tsx";
import { BookingFacts } from "./booking-facts.tsx";
import { BookingHistory } from "./booking-history.tsx";
import { BookingNotes } from "./booking-notes.tsx";
import styles from "./booking.module.css";
import { WhyHost } from "./why-host.tsx";

/** A booking with all that its host may know and do. */
export function BookingScreen() {
  const { bookingId } = useParams({ from: "/app/bookings/$bookingId" });
  const language = useAppLanguage();
  const { data, error, refetch } = useQuery(graphQuery(HostedBookingDocument, { id: bookingId }));
  const booking = data?.data.booking;
  const title = booking?.meetingType.title;
  useEffect(() => {
    if (title) document.title = `${title} – Tidbok`;
  }, [title]);
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Working />;
  if (!booking) return <NotFound />;
  const clock = createClock(language, data.data.me?.timeZone);
  return (
    <WithheldProvider withheld={data.withheld}>
      <article className={`stack ${styles["booking"]}`}>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        <BookingFacts booking={booking} clock={clock} />
        {booking.attendees.map((attendee) => (
          <AttendeeBlock key={attendee.id} attendee={attendee} />
        ))}
        <BookingActions booking={booking} />
        <BookingNotes booking={booking} clock={clock} />
        <WhyHost booking={booking} />
        <BookingDeliveries booking={booking} clock={clock} />
        <BookingHistory booking={booking} clock={clock} />
      </article>
    </WithheldProvider>
  );
}
