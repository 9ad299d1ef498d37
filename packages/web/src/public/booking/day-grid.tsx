import { useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import { addDays, addMonths, weeksOfMonth } from "../../time/calendar-month.ts";
import { localDate } from "../../time/local-date.ts";
import { directionOf, formatTag } from "../../words/languages.ts";
import { useLanguage, useWords } from "../../words/words-context.tsx";
import type { DayColumnProps } from "./day-column.tsx";
import styles from "./day-grid.module.css";
import type { BookingWords } from "./words.en.ts";

/**
 * The month as a grid (WAI-ARIA Authoring Practices, "Date Picker Dialog"): one stop for Tab, arrows from day to day, Home
 * and End within the week, PageUp and PageDown by month, with Shift by year.
 */
export function DayGrid({ data, reading, days, day, month, showMonth, chooseDay }: DayColumnProps) {
  const words = useWords<BookingWords>();
  const language = useLanguage();
  const grid = useRef<HTMLTableElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const isMoving = useRef(false);
  const weeks = weeksOfMonth(month, reading.firstWeekday);
  const today = localDate(data.now, reading.timeZone);
  const dates = weeks.flat().filter((date) => date !== null);
  const withTimes = reading.isKnown ? dates.find((date) => days.has(date)) : undefined;
  const stop = [focused, day, withTimes].find((date) => date?.startsWith(month)) ?? dates[0];

  useLayoutEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-date="${stop}"]`)?.focus();
  }, [stop]);

  const move = (event: KeyboardEvent, date: string) => {
    const target = targetOf(event, { date, weeks, isRtl: directionOf(language) === "rtl" });
    if (target === null) return;
    event.preventDefault();
    if (target < today && target.slice(0, 7) < today.slice(0, 7)) return;
    isMoving.current = true;
    setFocused(target);
    if (!target.startsWith(month)) showMonth(target.slice(0, 7));
  };
  return (
    <table ref={grid} role="grid" aria-labelledby="month" className={styles["grid"]}>
      <thead>
        <tr>{weekdays(formatTag(language), reading.firstWeekday)}</tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={index}>
            {week.map((date, column) => {
              if (date === null) return <td key={column} />;
              const count = reading.isKnown ? (days.get(date)?.length ?? 0) : 0;
              const name = `${reading.clock.day(date)}, ${words.times(count)}`;
              return (
                <td key={column} aria-selected={date === day}>
                  <button
                    type="button"
                    data-date={date}
                    className={count > 0 ? styles["free"] : undefined}
                    tabIndex={date === stop ? 0 : -1}
                    aria-label={reading.isKnown ? name : reading.clock.day(date)}
                    aria-disabled={count === 0}
                    aria-current={date === today ? "date" : undefined}
                    aria-pressed={date === day}
                    onKeyDown={(event) => move(event, date)}
                    onFocus={() => setFocused(date)}
                    onClick={() => count > 0 && chooseDay(date)}
                  >
                    {Number(date.slice(8))}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function weekdays(tag: string, firstWeekday: number) {
  const [short, long] = (["short", "long"] as const).map(
    (weekday) => new Intl.DateTimeFormat(tag, { timeZone: "UTC", weekday }),
  );
  // 4 January 1970 was a Sunday.
  return Array.from({ length: 7 }, (_, index) => {
    const at = Date.UTC(1970, 0, 4 + firstWeekday + index);
    return (
      <th key={index} scope="col" abbr={long?.format(at)}>
        {short?.format(at)}
      </th>
    );
  });
}

type Place = {
  readonly date: string;
  readonly weeks: (string | null)[][];
  readonly isRtl: boolean;
};

function targetOf({ key, shiftKey }: KeyboardEvent, { date, weeks, isRtl }: Place): string | null {
  const week = weeks.find((each) => each.includes(date)) ?? [];
  const forward = isRtl ? -1 : 1;
  const months = shiftKey ? 12 : 1;
  switch (key) {
    case "ArrowRight":
      return addDays(date, forward);
    case "ArrowLeft":
      return addDays(date, -forward);
    case "ArrowDown":
      return addDays(date, 7);
    case "ArrowUp":
      return addDays(date, -7);
    case "Home":
      return addDays(date, -week.indexOf(date));
    case "End":
      return addDays(date, 6 - week.indexOf(date));
    case "PageDown":
      return addMonths(date, months);
    case "PageUp":
      return addMonths(date, -months);
    default:
      return null;
  }
}
