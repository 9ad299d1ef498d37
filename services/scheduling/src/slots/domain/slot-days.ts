import { zoneNamed } from "@tidbok/availability";
import { InvalidInput, type Instant, type Interval } from "@tidbok/domain";
import type { OfferedSlot } from "./offered-slots.ts";
import { wallTimeOf } from "../../schedules/domain/wall-time.ts";

const minute = 60_000;
const day = 1_440 * minute;

/** A slot as it looks on the wall of a zone. */
export type ShownSlot = Interval & {
  readonly localStart: string;
  readonly localEnd: string;
  /** Null where a meeting has one seat, or the host does not show it. */
  readonly seatsLeft: number | null;
};

/** The slots that begin on one date of a zone. */
export type SlotDay = { readonly date: string; readonly slots: readonly ShownSlot[] };

/** The instants from the first date's midnight to that after the last one, in the zone. */
export function windowOfDates(asked: {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}): Interval {
  const zone = zoneNamed(asked.timeZone);
  const first = Date.parse(`${asked.from}T00:00:00Z`);
  const last = Date.parse(`${asked.to}T00:00:00Z`);
  if (last < first) {
    const message = "must not lie before the first date";
    throw new InvalidInput([{ path: "to", code: "END_BEFORE_START", message }]);
  }
  return { start: zone.instantOf(first), end: zone.instantOf(last + day) };
}

/** The slots by their date in the zone, in order; dates without any are left out. */
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
