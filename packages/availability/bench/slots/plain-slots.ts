import { Temporal } from "temporal-polyfill";
import type { HostRules, SlotRequest } from "../../src/index.ts";

/**
 * The engine as one would write it with Temporal and nothing else: days, starts and busy times in
 * loops. It knows what the benchmark uses: daily hours, duration, step, busy, the three modes.
 */
export function plainSlots(request: SlotRequest): readonly number[] {
  const starts = request.hosts.map((host) => startsOf(host, request));
  if (request.rules.mode === "ROUND_ROBIN") {
    return [...new Set(starts.flat())].sort((a, b) => a - b);
  }
  const [first = [], ...others] = starts;
  const sets = others.map((list) => new Set(list));
  return first.filter((start) => sets.every((set) => set.has(start)));
}

function startsOf(host: HostRules, { rules, window, now }: SlotRequest): number[] {
  const { timeZone, weekly } = host.schedule;
  const at = (instant: number) =>
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  const last = at(window.end).toPlainDate();
  const starts: number[] = [];
  for (
    let date = at(window.start).toPlainDate();
    Temporal.PlainDate.compare(date, last) <= 0;
    date = date.add({ days: 1 })
  ) {
    for (const hours of weekly.filter((row) => row.days.includes(date.dayOfWeek))) {
      const close = date.toZonedDateTime({ timeZone, plainTime: hours.end });
      let start = date.toZonedDateTime({ timeZone, plainTime: hours.start });
      for (;;) {
        const end = start.add({ minutes: rules.durationMinutes });
        if (Temporal.ZonedDateTime.compare(end, close) > 0) break;
        const [from, until] = [start.epochMilliseconds, end.epochMilliseconds];
        const isFree = !host.busy.some((busy) => busy.start < until && from < busy.end);
        if (isFree && from >= window.start && from < window.end && from >= now) starts.push(from);
        start = start.add({ minutes: rules.stepMinutes ?? rules.durationMinutes });
      }
    }
  }
  return starts;
}
