import { useEffect, useState } from "react";
import { Button } from "../../components/button.tsx";
import { OtherTimesDocument, type ManagedBookingFragment } from "../../generated/graphql.ts";
import { addDays } from "../../time/calendar-month.ts";
import { cityOf } from "../../time/city-of.ts";
import { createClock } from "../../time/create-clock.ts";
import { groupByDay } from "../../time/group-by-day.ts";
import { localDate } from "../../time/local-date.ts";
import { useWords } from "../../words/words-context.tsx";
import { useReader } from "./reader-context.tsx";
import type { Manage } from "./use-manage.ts";
import styles from "./view.module.css";
import type { ManageWords } from "./words.en.ts";

type TimeListProps = {
  readonly manage: Manage;
  readonly booking: ManagedBookingFragment;
  readonly now: number;
  readonly choose: (startAt: string) => void;
  /** The times that are chosen, where several can be. */
  readonly chosen?: readonly string[];
};

type Slot = { readonly start: number; readonly startAt: string };

/** The free times by day, two weeks at a time, each with its end. */
export function TimeList({ manage, booking, now, choose, chosen }: TimeListProps) {
  const words = useWords<ManageWords>();
  const reader = useReader();
  const { timeZone } = reader;
  const [page, setPage] = useState(0);
  const slots = useTimes({ manage, booking, from: addDays(localDate(now, timeZone), page * 14) });
  const clock = createClock(reader);
  const length = Date.parse(booking.endAt) - Date.parse(booking.startAt);
  const zone = `${cityOf(timeZone)} (${clock.offset(slots?.[0]?.start ?? now)})`;
  const label = (start: number, day: readonly Slot[]) => {
    const text = clock.range(start, start + length);
    // Where the clock is set back, two times of a day read alike.
    const isRepeated = day.some(
      (other) => other.start !== start && clock.range(other.start, other.start + length) === text,
    );
    return isRepeated ? `${text} ${clock.offset(start)}` : text;
  };
  return (
    <div className={styles["times"]} aria-busy={slots === null}>
      <p className={styles["soft"]}>{words.timesIn(zone)}</p>
      {slots === null && <p role="status">{words.stillWorking}</p>}
      {slots?.length === 0 && <p role="status">{words.noTimes}</p>}
      {[...groupByDay(slots ?? [], timeZone)].map(([date, day]) => (
        <section key={date} aria-label={clock.day(date)}>
          <h3>{clock.day(date)}</h3>
          <div className={styles["slots"]}>
            {day.map(({ start, startAt }) => (
              <Button
                key={startAt}
                data-start={startAt}
                aria-pressed={chosen ? chosen.includes(startAt) : undefined}
                onClick={() => choose(startAt)}
              >
                {label(start, day)}
              </Button>
            ))}
          </div>
        </section>
      ))}
      <div className={styles["actions"]}>
        {page > 0 && <Button onClick={() => setPage(page - 1)}>{words.earlierTimes}</Button>}
        <Button onClick={() => setPage(page + 1)}>{words.laterTimes}</Button>
      </div>
    </div>
  );
}

type TimesOf = Pick<TimeListProps, "manage" | "booking"> & { readonly from: string };

// Null while they are fetched. The booking's own time is no other time.
function useTimes({ manage, booking, from }: TimesOf): readonly Slot[] | null {
  const { timeZone } = useReader();
  const [slots, setSlots] = useState<readonly Slot[] | null>(null);
  useEffect(() => {
    let isShown = true;
    setSlots(null);
    const minutes = (Date.parse(booking.endAt) - Date.parse(booking.startAt)) / 60_000;
    const window = { from, to: addDays(from, 13), timeZone, minutes };
    manage
      .ask(OtherTimesDocument, { id: booking.meetingType.id, ...window })
      .then(({ meetingType }) => {
        const all = (meetingType?.slots ?? []).flatMap((day) => day.slots);
        if (!isShown) return;
        setSlots(
          all
            .filter(({ startAt }) => startAt !== booking.startAt)
            .map(({ startAt }) => ({ startAt, start: Date.parse(startAt) })),
        );
      })
      .catch(() => isShown && setSlots([]));
    return () => void (isShown = false);
  }, [from, booking.startAt]);
  return slots;
}
