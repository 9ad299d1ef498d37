import { createClock } from "../../time/create-clock.ts";
import { cityOf } from "../../time/city-of.ts";
import { groupByDay } from "../../time/group-by-day.ts";
import { formatTag } from "../../words/languages.ts";
import { useLanguage, useWords } from "../../words/words-context.tsx";
import { unpackSlots, type BookingData } from "./offer.ts";
import type { BookingWords } from "./words.en.ts";

/** For browsers without script: the times of two weeks in the organization's zone. It is drawn on the server only. */
export function NoScript({ data }: { readonly data: BookingData }) {
  const words = useWords<BookingWords>();
  const tag = formatTag(useLanguage());
  if (typeof document !== "undefined") return <noscript />;
  const { timeZone } = data.organization;
  const clock = createClock({ tag, timeZone, isHour12: false });
  const near = unpackSlots(data.slots).filter(({ start }) => start < data.now + 14 * 86_400_000);
  return (
    <noscript>
      <p>{words.needsScript}</p>
      <h2>{words.timesIn(cityOf(timeZone))}</h2>
      <ul>
        {[...groupByDay(near, timeZone)].map(([date, slots]) => (
          <li key={date}>
            {clock.day(date)}: {slots.map(({ start }) => clock.time(start)).join(" ")}
          </li>
        ))}
      </ul>
    </noscript>
  );
}
