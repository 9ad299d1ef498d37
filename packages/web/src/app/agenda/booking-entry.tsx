import { Link } from "@tanstack/react-router";
import { readFragment, type FragmentType } from "../../generated/fragment-masking.ts";
import { BookingEntryFragmentDoc } from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import { attendeeNames } from "../components/attendee-names.ts";
import type { Clock } from "../time/create-clock.ts";
import { useAppWords } from "../words/app-words-context.tsx";
import styles from "./agenda.module.css";
import type { AgendaWords } from "./words.en.ts";

type BookingEntryProps = {
  readonly booking: FragmentType<typeof BookingEntryFragmentDoc>;
  readonly clock: Clock;
};

/** A booking in the agenda: "09:00 to 09:30, Introduction, Anna Attendee, confirmed". */
export function BookingEntry({ booking, clock }: BookingEntryProps) {
  const words = useWords<AgendaWords>();
  const { states, hiddenAttendee } = useAppWords();
  const read = readFragment(BookingEntryFragmentDoc, booking);
  const { id, startAt, endAt, state, meetingType, attendees } = read;
  return (
    <Link
      to="/app/bookings/$bookingId"
      params={{ bookingId: id }}
      className={`${styles["entry"]} ${styles[state] ?? ""}`}
      data-entry
    >
      <time dateTime={startAt}>
        <bdi>{words.range(clock.time(startAt), clock.time(endAt))}</bdi>
      </time>
      <span className="visually-hidden">, </span>
      <strong>
        <bdi>{meetingType.title}</bdi>
      </strong>
      <span className="visually-hidden">, </span>
      <bdi>{attendeeNames(attendees, hiddenAttendee)}</bdi>
      <span className="visually-hidden">, </span>
      <span className={state === "CONFIRMED" ? "visually-hidden" : undefined}>{states[state]}</span>
    </Link>
  );
}
