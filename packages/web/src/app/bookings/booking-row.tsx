import { Link } from "@tanstack/react-router";
import { readFragment, type FragmentType } from "../../generated/fragment-masking.ts";
import { BookingRowFragmentDoc } from "../../generated/graphql.ts";
import { attendeeNames } from "../components/attendee-names.ts";
import type { Clock } from "../time/create-clock.ts";
import { useAppWords } from "../words/app-words-context.tsx";
import styles from "./bookings.module.css";

type BookingRowProps = {
  readonly booking: FragmentType<typeof BookingRowFragmentDoc>;
  readonly clock: Clock;
};

/** A booking in a list; all of it is the link to its page. */
export function BookingRow({ booking, clock }: BookingRowProps) {
  const { states, hiddenAttendee } = useAppWords();
  const read = readFragment(BookingRowFragmentDoc, booking);
  const { id, startAt, endAt, state, meetingType, attendees } = read;
  return (
    <Link className={styles["row"]} to="/app/bookings/$bookingId" params={{ bookingId: id }}>
      <time dateTime={startAt}>
        <bdi>
          {clock.moment(startAt)}–{clock.time(endAt)}
        </bdi>
      </time>
      <strong>
        <bdi>{meetingType.title}</bdi>
      </strong>
      <bdi>{attendeeNames(attendees, hiddenAttendee)}</bdi>
      <span className="soft">{states[state]}</span>
    </Link>
  );
}
