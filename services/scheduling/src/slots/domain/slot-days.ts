import { zoneNamed } from "@tidbok/availability";
import { day, InvalidInput, minute, type Instant, type Interval } from "@tidbok/domain";
import type { OfferedSlot } from "./offered-slots.ts";
import { wallTimeOf } from "../../schedules/domain/schedule.ts";

/** A slot with its wall-clock times in a zone. */
export type ShownSlot = Interval & {
  readonly localStart: string;
  readonly localEnd: string;
  /** Null when the meeting has one seat, or the host does not show how many are left. */
  readonly seatsLeft: number | null;
};

/** The slots that begin on one date of a zone. */
export type SlotDay = { readonly date: string; readonly slots: readonly ShownSlot[] };

/** From the midnight of the first date to the midnight after the last date, in the zone. */
export function windowOfDates(query: {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}): Interval {
  const zone = zoneNamed(query.timeZone);
  const first = Date.parse(`${query.from}T00:00:00Z`);
  const last = Date.parse(`${query.to}T00:00:00Z`);
  if (last < first) {
    const message = "must not lie before the first date";
    throw new InvalidInput([{ path: "to", code: "END_BEFORE_START", message }]);
  }
  return { start: zone.instantOf(first), end: zone.instantOf(last + day) };
}

/** The slots by their date in the zone, in order; dates without slots are left out. */
export function slotDays(slots: readonly OfferedSlot[], timeZone: string): readonly SlotDay[] {
  const wallOf = wallClock(timeZone);
  const days: { date: string; slots: ShownSlot[] }[] = [];
  let current = Number.NaN;
  for (const { start, end, seatsLeft = null } of slots) {
    const wall = wallOf(start);
    const shown = {
      start,
      end,
      localStart: timeOf(wall),
      localEnd: timeOf(wallOf(end)),
      seatsLeft,
    };
    const date = Math.floor(wall / day);
    if (date === current) days.at(-1)?.slots.push(shown);
    else days.push({ date: new Date(date * day).toISOString().slice(0, 10), slots: [shown] });
    current = date;
  }
  return days;
}

function wallClock(timeZone: string): (instant: Instant) => number {
  const zone = zoneNamed(timeZone);
  return (instant) => instant + zone.offsetAt(instant);
}

function timeOf(wall: number): string {
  return wallTimeOf(Math.floor((((wall % day) + day) % day) / minute));
}
