import type { CalendarDate } from "@internationalized/date";
import { useWords } from "../../words/words-context.tsx";
import type { Clock } from "../time/create-clock.ts";
import { placeDay } from "../time/place-day.ts";
import { AbsenceBand } from "./absence-band.tsx";
import styles from "./agenda.module.css";
import { BlockedEntry } from "./blocked-entry.tsx";
import { BookingEntry } from "./booking-entry.tsx";
import type { AgendaEntries } from "./entries-of.ts";
import { NowLine } from "./now-line.tsx";
import type { AgendaWords } from "./words.en.ts";

type AgendaDayProps = {
  readonly date: CalendarDate;
  readonly clock: Clock;
  readonly entries: AgendaEntries;
  readonly isToday: boolean;
  /** Whether height means time; otherwise the entries stand one below the other. */
  readonly isGrid: boolean;
};

/** A day: its heading, what lasts all day, and a list of its entries in the order of time. */
export function AgendaDay({ date, clock, entries, isToday, isGrid }: AgendaDayProps) {
  const words = useWords<AgendaWords>();
  const placed = placeDay(entries.timed, { date, timeZone: clock.timeZone });
  const absences = entries.absencesOn(date);
  const heading = `day-${String(date)}`;
  return (
    <section className={styles["day"]} aria-labelledby={heading}>
      <h2 id={heading} aria-current={isToday ? "date" : undefined}>
        <span className="visually-hidden">{clock.date(date)}</span>
        <span aria-hidden="true">{isGrid ? clock.shortDate(date) : clock.date(date)}</span>
      </h2>
      <div className={styles["band"]}>
        {absences.map((absence) => (
          <AbsenceBand key={absence.id} absence={absence} />
        ))}
      </div>
      <ol className={styles["entries"]} data-grid={isGrid || undefined}>
        {placed.map(({ entry, ...place }) => (
          <li
            key={entry.id}
            style={
              {
                "--from": place.fromMinute,
                "--minutes": place.toMinute - place.fromMinute,
                "--lane": place.lane,
                "--lanes": place.lanes,
              } as object
            }
          >
            {entry.booking ? (
              <BookingEntry booking={entry.booking} clock={clock} />
            ) : (
              <BlockedEntry startAt={entry.startAt} endAt={entry.endAt} clock={clock} />
            )}
          </li>
        ))}
        {placed.length === 0 && <li className="visually-hidden">{words.nothing}</li>}
      </ol>
      {isToday && isGrid && <NowLine timeZone={clock.timeZone} />}
    </section>
  );
}
