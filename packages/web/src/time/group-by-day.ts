import { localDate } from "./local-date.ts";

/** Slots by the date on which they start in the zone. A slot keeps its instant whatever the zone is. */
export function groupByDay<Slot extends { readonly start: number }>(
  slots: readonly Slot[],
  timeZone: string,
): ReadonlyMap<string, readonly Slot[]> {
  const days = new Map<string, Slot[]>();
  for (const slot of slots) {
    const date = localDate(slot.start, timeZone);
    const day = days.get(date);
    if (day) day.push(slot);
    else days.set(date, [slot]);
  }
  return days;
}
