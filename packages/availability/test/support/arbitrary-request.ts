import fc from "fast-check";
import type {
  BusyInterval,
  HostRules,
  Hours,
  Limits,
  Schedule,
  SlotRequest,
} from "../../src/index.ts";

const minute = 60_000;
const day = 1_440 * minute;

// Gaps and overlaps of an hour, of half an hour and at midnight; odd offsets; both edges of the date line.
const zones = [
  "Europe/Stockholm",
  "America/New_York",
  "Africa/Cairo",
  "America/Santiago",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "America/St_Johns",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
];

// The days before the clocks of some of these zones change in 2027, and a quiet one.
const mornings = [
  "2027-02-02",
  "2027-03-13",
  "2027-03-27",
  "2027-04-03",
  "2027-04-29",
  "2027-09-04",
  "2027-10-30",
];

const time = fc
  .integer({ min: 0, max: 95 })
  .map((n) => `${String(n >> 2).padStart(2, "0")}:${String((n & 3) * 15).padStart(2, "0")}`);
const hours: fc.Arbitrary<Hours> = fc
  .record({ start: time, end: fc.oneof(time, fc.constant("24:00")) })
  .filter(({ start, end }) => start !== end);
const wholeDay: Hours = { start: "00:00", end: "24:00" };
const weekday = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });

const dateNear = (morning: string) =>
  fc
    .integer({ min: -9, max: 5 })
    .map((n) => new Date(Date.parse(morning) + n * day).toISOString().slice(0, 10));

const rangeNear = (morning: string) =>
  fc
    .tuple(dateNear(morning), dateNear(morning))
    .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));

function schedule(morning: string): fc.Arbitrary<Schedule> {
  return fc.record({
    timeZone: fc.constantFrom(...zones),
    weekly: fc.oneof(
      {
        weight: 4,
        arbitrary: fc.array(
          fc.record({ days: weekday, hours }).map(({ days, hours: h }) => ({ days, ...h })),
          { maxLength: 4 },
        ),
      },
      { weight: 1, arbitrary: fc.constant([{ days: [1, 2, 3, 4, 5, 6, 7], ...wholeDay }]) },
    ),
    overrides: fc.uniqueArray(
      fc.record({ date: dateNear(morning), windows: fc.array(hours, { maxLength: 2 }) }),
      {
        maxLength: 3,
        selector: (override) => override.date,
      },
    ),
    travel: fc.array(
      fc
        .record({ range: rangeNear(morning), timeZone: fc.constantFrom(...zones.slice(0, 7)) })
        .map(({ range, timeZone }) => ({ ...range, timeZone })),
      { maxLength: 1 },
    ),
  });
}

function busy(morning: string): fc.Arbitrary<BusyInterval> {
  return fc
    .record({
      from: fc.integer({ min: -3 * 288, max: 5 * 288 }),
      length: fc.integer({ min: 0, max: 30 }),
      bufferBeforeMinutes: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
      bufferAfterMinutes: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
      countsFor: fc.constantFrom("MEETING_TYPE" as const, "HOST" as const, undefined),
    })
    .map(({ from, length, ...rest }) => {
      const start = Date.parse(morning) + from * 5 * minute;
      return { start, end: start + length * 5 * minute, ...rest };
    });
}

const limits: fc.Arbitrary<Limits> = fc
  .record({
    bookings: fc.tuple(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 0, max: 3 }),
    ),
    minutes: fc.tuple(
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 0, max: 200 }),
    ),
    kept: fc.subarray(["perDay", "perWeek", "perMonth"] as const),
  })
  .map(({ bookings: [b, b2, b3], minutes: [m, m2, m3], kept }) => {
    const all = {
      perDay: { bookings: b },
      perWeek: { bookings: b + b2, minutes: m + m2 },
      perMonth: { bookings: b + b2 + b3, minutes: m + m2 + m3 },
    };
    return Object.fromEntries(kept.map((period) => [period, all[period]]));
  });

const rare = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 });

function host(morning: string): fc.Arbitrary<HostRules> {
  return fc.record({
    id: fc.uuid(),
    schedule: schedule(morning),
    busy: fc.array(busy(morning), { maxLength: 6 }),
    outOfOffice: fc.array(rangeNear(morning), { maxLength: 1 }),
    holidays: fc.array(dateNear(morning), { maxLength: 1 }),
    limits: rare(limits),
    isFixed: fc.option(fc.boolean(), { nil: undefined }),
    group: fc.constantFrom("a", "b", undefined, undefined),
  });
}

/** Requests over two days of every kind of rule, most of them near a change of clocks. */
export const arbitraryRequest: fc.Arbitrary<SlotRequest> = fc
  .constantFrom(...mornings)
  .chain((morning) => {
    const horizon = fc.oneof(
      fc.record({
        type: fc.constantFrom("ROLLING" as const, "BUSINESS_DAYS" as const),
        days: fc.integer({ min: 0, max: 4 }),
      }),
      rangeNear(morning).map((range) => ({ type: "FIXED" as const, ...range })),
    );
    return fc
      .record({
        mode: fc.constantFrom("ONE_HOST" as const, "COLLECTIVE" as const, "ROUND_ROBIN" as const),
        durationMinutes: fc.constantFrom(10, 25, 30, 50, 60, 90),
        stepMinutes: fc.constantFrom(undefined, 7, 15, 30, 60),
        bufferBeforeMinutes: fc.constantFrom(undefined, 5, 20),
        bufferAfterMinutes: fc.constantFrom(undefined, 5, 20),
        noticeMinutes: fc.constantFrom(undefined, 0, 30, 300),
        maximumNoticeMinutes: fc.constantFrom(undefined, undefined, 1_500),
        horizon: rare(horizon),
        limits: rare(limits),
      })
      .chain((rules) =>
        fc.record({
          rules: fc.constant(rules),
          hosts: fc.uniqueArray(host(morning), {
            minLength: 1,
            maxLength: rules.mode === "ONE_HOST" ? 1 : 4,
            selector: (one) => one.id,
          }),
          window: fc
            .record({
              from: fc.integer({ min: -600, max: 600 }),
              length: fc.integer({ min: 0, max: 2_880 }),
            })
            .map(({ from, length }) => {
              const start = Date.parse(morning) + from * minute;
              return { start, end: start + length * minute };
            }),
          now: fc.integer({ min: -2_880, max: 600 }).map((n) => Date.parse(morning) + n * minute),
        }),
      );
  });
