import { parseAbsolute, toCalendarDate, type CalendarDate } from "@internationalized/date";

/** Something that takes time, by instants as the graph writes them. */
export type Timed = { readonly id: string; readonly startAt: string; readonly endAt: string };

/** An entry of a day: the minutes of the wall clock, and its place beside what overlaps it. */
export type Placed<Entry> = {
  readonly entry: Entry;
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly lane: number;
  readonly lanes: number;
};

const wholeDay = 24 * 60;

/** The entries of a date in a zone, in the order of time; those that overlap stand in lanes of their own. */
export function placeDay<Entry extends Timed>(
  entries: readonly Entry[],
  { date, timeZone }: { readonly date: CalendarDate; readonly timeZone: string },
): readonly Placed<Entry>[] {
  const minuteOf = (instant: string) => {
    const at = parseAbsolute(instant, timeZone);
    const days = toCalendarDate(at).compare(date);
    return days < 0 ? 0 : days > 0 ? wholeDay : at.hour * 60 + at.minute;
  };
  const ofDay = entries
    .map((entry) => ({
      entry,
      fromMinute: minuteOf(entry.startAt),
      toMinute: minuteOf(entry.endAt),
    }))
    .filter(({ fromMinute, toMinute }) => fromMinute < wholeDay && toMinute > 0)
    // Where the clock is put back, a meeting may end before it begins on the wall clock.
    .map((each) => ({ ...each, toMinute: Math.max(each.toMinute, each.fromMinute + 15) }))
    .sort((one, other) => Date.parse(one.entry.startAt) - Date.parse(other.entry.startAt));
  return groupsOf(ofDay).flatMap(inLanes);
}

type Span<Entry> = {
  readonly entry: Entry;
  readonly fromMinute: number;
  readonly toMinute: number;
};

// Entries that overlap, directly or by one between them.
function groupsOf<Entry>(spans: readonly Span<Entry>[]): readonly Span<Entry>[][] {
  const groups: Span<Entry>[][] = [];
  let until = -1;
  for (const span of spans) {
    if (span.fromMinute >= until) groups.push([]);
    groups.at(-1)?.push(span);
    until = Math.max(until, span.toMinute);
  }
  return groups;
}

function inLanes<Entry>(group: readonly Span<Entry>[]): readonly Placed<Entry>[] {
  const ends: number[] = [];
  const placed = group.map((span) => {
    const free = ends.findIndex((end) => end <= span.fromMinute);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = span.toMinute;
    return { ...span, lane };
  });
  return placed.map((each) => ({ ...each, lanes: ends.length }));
}
