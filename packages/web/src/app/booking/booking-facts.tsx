import { readFragment, type FragmentType } from "../../generated/fragment-masking.ts";
import { BookingFactsFragmentDoc } from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import { Value } from "../components/value.tsx";
import type { Clock } from "../time/create-clock.ts";
import { useAppWords } from "../words/app-words-context.tsx";
import styles from "./booking.module.css";
import { Fact } from "./fact.tsx";
import type { BookingWords } from "./words.en.ts";

type BookingFactsProps = {
  readonly booking: FragmentType<typeof BookingFactsFragmentDoc>;
  readonly clock: Clock;
};

/** When, where, with which hosts, and how far the booking is. */
export function BookingFacts({ booking, clock }: BookingFactsProps) {
  const words = useWords<BookingWords>();
  const { states } = useAppWords();
  const read = readFragment(BookingFactsFragmentDoc, booking);
  const { state, startAt, endAt, answerBy, location, hosts, guests } = read;
  return (
    <dl className={`card ${styles["facts"]}`}>
      <Fact label={words.state}>{states[state]}</Fact>
      {answerBy && <Fact label={words.answerBy}>{clock.moment(answerBy)}</Fact>}
      <Fact label={words.when}>
        <time dateTime={startAt}>
          <bdi>
            {clock.moment(startAt)}–{clock.time(endAt)},{" "}
            {words.zone(clock.city, clock.offset(startAt))}
          </bdi>
        </time>
      </Fact>
      <Fact label={words.where}>
        {words.places[location.kind]} <bdi>{location.text}</bdi>
      </Fact>
      <Fact label={words.hosts}>
        {hosts.map(({ displayName }) => displayName ?? words.leftHost).join(", ")}
      </Fact>
      <Fact label={words.guests}>
        {guests.length === 0
          ? words.noGuests
          : guests.map(({ id, name, email }) => (
              <span key={id}>
                {/* A guest without a name is known by the address. */}
                {name && (
                  <Value label={words.guestName} coordinate="Guest.name" value={name} />
                )}{" "}
                <Value label={words.email} coordinate="Guest.email" value={email} />{" "}
              </span>
            ))}
      </Fact>
    </dl>
  );
}
