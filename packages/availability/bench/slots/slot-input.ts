import type { BusyInterval, HostRules, Mode, SlotRequest } from "../../src/index.ts";

const minute = 60_000;
const day = 1_440 * minute;
const start = Date.parse("2027-01-31T23:00:00Z");

/** How large a question is, and whether it uses every rule there is. */
export type Size = {
  readonly mode: Mode;
  readonly hosts: number;
  readonly busy: number;
  readonly days: number;
  readonly isRich?: boolean;
};

/**
 * Days from 2027-02-01 in Stockholm, 09–17 every day, a 30-minute meeting each 15 minutes. Busy
 * times are seeded: every run and machine asks the same.
 */
export function slotInput(size: Size): SlotRequest {
  return {
    rules: {
      mode: size.mode,
      durationMinutes: 30,
      stepMinutes: 15,
      ...(size.isRich === true && richRules),
    },
    hosts: Array.from({ length: size.hosts }, (_, i) => hostOf(i, size)),
    window: { start, end: start + size.days * day },
    now: Date.parse("2027-01-31T12:00:00Z"),
    maximumWindowDays: size.days,
  };
}

const richRules = {
  bufferBeforeMinutes: 5,
  bufferAfterMinutes: 10,
  noticeMinutes: 240,
  maximumNoticeMinutes: 80 * 1_440,
  horizon: { type: "BUSINESS_DAYS", days: 60 },
  limits: {
    perDay: { bookings: 6, minutes: 300 },
    perWeek: { bookings: 40 },
    perMonth: { bookings: 190 },
  },
} as const;

function hostOf(index: number, { busy, days, isRich = false }: Size): HostRules {
  const random = seeded(index + 1);
  return {
    id: `host-${index}`,
    schedule: {
      timeZone: "Europe/Stockholm",
      weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], start: "09:00", end: "17:00" }],
      overrides: isRich
        ? [{ date: "2027-02-10", windows: [{ start: "08:00", end: "12:00" }] }]
        : [],
      travel: isRich
        ? [{ from: "2027-02-20", to: "2027-02-22", timeZone: "America/New_York" }]
        : [],
    },
    busy: Array.from({ length: busy }, () => busyAt(random, days, isRich)),
    ...(isRich && {
      outOfOffice: [{ from: "2027-02-15", to: "2027-02-16" }],
      holidays: ["2027-02-26"],
      limits: { perDay: { minutes: 360 } },
    }),
  };
}

function busyAt(random: () => number, days: number, isRich: boolean): BusyInterval {
  const from =
    start + Math.floor(random() * days) * day + (540 + Math.floor(random() * 96) * 5) * minute;
  const time = { start: from, end: from + (1 + Math.floor(random() * 4)) * 15 * minute };
  if (!isRich) return time;
  return { ...time, bufferAfterMinutes: 5, countsFor: random() < 0.5 ? "MEETING_TYPE" : "HOST" };
}

/** Mulberry32: small, and good enough to scatter meetings. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
