import { addMonths } from "../../time/calendar-month.ts";
import { localDate } from "../../time/local-date.ts";
import { useWords } from "../../words/words-context.tsx";
import type { BookingData, Slot } from "./offer.ts";
import styles from "./day-column.module.css";
import { DayGrid } from "./day-grid.tsx";
import type { VisitorReading } from "./use-reading.ts";
import type { Slots } from "./use-slots.ts";
import type { BookingWords } from "./words.en.ts";
import { ZoneBar } from "./zone/zone-bar.tsx";

export type DayColumnProps = {
  readonly data: BookingData;
  readonly reading: VisitorReading;
  readonly slots: Slots;
  readonly days: ReadonlyMap<string, readonly Slot[]>;
  readonly day: string | null;
  readonly month: string;
  readonly showMonth: (month: string) => void;
  readonly chooseDay: (date: string) => void;
};

/** The month with its days, what to do when it has no times, and the zone that all of it is in. */
export function DayColumn(props: DayColumnProps) {
  const { data, reading, slots, days, month, showMonth, chooseDay } = props;
  const words = useWords<BookingWords>();
  const today = localDate(data.now, reading.timeZone);
  const move = (months: number) => showMonth(addMonths(`${month}-01`, months).slice(0, 7));
  const isEmpty = reading.isKnown && ![...days.keys()].some((date) => date.startsWith(month));
  const nextDay = [...days.keys()].find((date) => date > month);
  const next = nextDay ?? (slots.next === null ? null : localDate(slots.next, reading.timeZone));
  return (
    <section className={styles["days"]} aria-labelledby="month">
      <div className={styles["head"]}>
        <h2 id="month" aria-live="polite">
          {reading.clock.month(month)}
        </h2>
        <div>
          <button
            type="button"
            aria-label={words.previousMonth}
            disabled={month <= today.slice(0, 7)}
            onClick={() => move(-1)}
          >
            <Arrow d="m10 3-5 5 5 5" />
          </button>
          <button type="button" aria-label={words.nextMonth} onClick={() => move(1)}>
            <Arrow d="m6 3 5 5-5 5" />
          </button>
        </div>
      </div>
      <DayGrid {...props} />
      {isEmpty && !slots.isLoading && (
        <p className={styles["empty"]} role="status">
          {next === null ? words.nothing : words.noTimesIn(reading.clock.month(month))}{" "}
          {next === null ? (
            <a href={`/@${data.organization.slug}`}>{words.otherMeetings}</a>
          ) : (
            <button type="button" onClick={() => (slots.reach(next), chooseDay(next))}>
              {words.firstIs(reading.clock.day(next))}
            </button>
          )}
        </p>
      )}
      <ZoneBar reading={reading} now={data.now} />
    </section>
  );
}

function Arrow({ d }: { readonly d: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d={d} />
    </svg>
  );
}
