import { useEffect, useRef } from "react";
import { ButtonLink } from "../../components/button.tsx";
import { cityOf } from "../../time/city-of.ts";
import { createClock } from "../../time/create-clock.ts";
import { localDate } from "../../time/local-date.ts";
import { formatTag } from "../../words/languages.ts";
import { useLanguage, useWords } from "../../words/words-context.tsx";
import type { BookingData } from "./offer.ts";
import styles from "./done-step.module.css";
import type { Booked } from "./use-booking.ts";
import type { VisitorReading } from "./use-reading.ts";
import type { BookingWords } from "./words.en.ts";

type DoneStepProps = {
  readonly data: BookingData;
  readonly reading: VisitorReading;
  readonly done: readonly Booked[];
  readonly email: string;
};

/** What was booked: when in both zones, where, which mail comes, and how to change it. */
export function DoneStep({ data, reading, done, email }: DoneStepProps) {
  const words = useWords<BookingWords>();
  const tag = formatTag(useLanguage());
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { timeZone: theirs } = data.organization;
  const their = createClock({ tag, timeZone: theirs, isHour12: reading.isHour12 });
  const [first] = done;
  const pending = first?.booking.state === "PENDING" ? first.booking.answerBy : null;
  const { clock, timeZone } = reading;
  const moment = (at: number) => `${clock.day(localDate(at, timeZone))}, ${clock.time(at)}`;
  return (
    <section className={styles["done"]} aria-labelledby="done">
      <h2 id="done" ref={heading} tabIndex={-1}>
        {pending ? words.donePending : words.done}
      </h2>
      {pending && <p>{words.pendingUntil(moment(Date.parse(pending)))}</p>}
      <ol className={styles["list"]}>
        {done.map(({ booking, manageUrl }) => {
          const [start, end] = [Date.parse(booking.startAt), Date.parse(booking.endAt)];
          return (
            <li key={booking.id}>
              <strong>{clock.day(localDate(start, timeZone))}</strong>{" "}
              <time dateTime={booking.startAt}>
                <bdi>{clock.range(start, end)}</bdi>
              </time>{" "}
              <span className={styles["soft"]}>
                {cityOf(timeZone)} ({clock.offset(start)})
                {theirs !== timeZone && ` · ${their.range(start, end)} ${cityOf(theirs)}`}
              </span>
              {manageUrl && <a href={manageUrl}>{words.manage}</a>}
            </li>
          );
        })}
      </ol>
      <p>
        {words.places[first?.booking.location.kind ?? "ONLINE"]}
        {first?.booking.location.text ? `: ${first.booking.location.text}` : ""}
      </p>
      <p dir="auto">{words.mailComes(masked(email))}</p>
      {/* Also within a frame, whose other links lead out of it. */}
      <ButtonLink href={location.pathname + location.search} target="_self">
        {words.bookAnother}
      </ButtonLink>
    </section>
  );
}

// Enough to see a typing mistake over the shoulder of a stranger.
function masked(email: string): string {
  const at = email.lastIndexOf("@");
  return at < 1 ? email : `${email[0]}…${email.slice(at)}`;
}
