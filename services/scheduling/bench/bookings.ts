import { parseArgs } from "node:util";
import { anonymous, newId } from "@tidbok/domain";
import { fill } from "./bookings/fill.ts";
import { runPgbench } from "./bookings/same-inserts.ts";
import { offerMeeting, startBench, type Bench, type Offer } from "./bookings/start-bench.ts";

// Bookings of distinct slots through the whole service, beside the same inserts by pgbench on the same
// Postgres; and slots with few bookings in the database and with many.
const { values: flags } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    bookings: { type: "string", default: "2000" },
    clients: { type: "string", default: "8" },
    existing: { type: "string", default: "500000" },
  },
});
const [count, clients, existing] = [flags.bookings, flags.clients, flags.existing].map(Number);
const minute = 60_000;
const first = Math.ceil(Date.now() / (15 * minute)) * 15 * minute + 60 * minute;

const bench = await startBench();
try {
  const offers = await Promise.all(Array.from({ length: 16 }, () => offerMeeting(bench)));
  const [offer] = offers;
  if (!offer || !count || !clients || !existing) throw new Error("the numbers must be above 0");
  await bookAll(offers, { from: 0, count: 160, clients });
  const booked = await bookAll(offers, { from: 10, count, clients });
  const limit = await runPgbench(bench, { offer, clients, seconds: 8 });
  const quiet = await offerMeeting(bench);
  await bookAll([quiet], { from: 0, count: 200, clients: 1 });
  const before = await timeSlots(bench, quiet);
  await fill(bench, { ...offer, count: existing });
  const after = await timeSlots(bench, quiet);
  const ratioToEmpty = round(after / before);
  console.table([
    {
      what: `bookMeeting, ${clients} clients`,
      perSecond: booked.perSecond,
      p50Ms: booked.p50Ms,
      p99Ms: booked.p99Ms,
    },
    limit
      ? {
          what: `the same inserts by pgbench, ${clients} clients`,
          perSecond: round(limit.perSecond),
          meanMs: limit.meanMs,
        }
      : { what: "no pgbench on PATH: no limit to compare with" },
  ]);
  console.table([
    { what: "slots of 30 days, 200 bookings", p50Ms: before },
    {
      what: `the same beside ${existing} bookings of others`,
      p50Ms: after,
      ratio: ratioToEmpty,
      limit: 1.5,
    },
  ]);
  if (flags.json) {
    const slots = { p50EmptyMs: before, p50FullMs: after, ratioToEmpty, existing };
    console.log(JSON.stringify({ bench: "bookings", booked, pgbench: limit, slots }));
  }
} finally {
  await bench.stop();
}

async function bookAll(
  offers: readonly Offer[],
  asked: { readonly from: number; readonly count: number; readonly clients: number },
) {
  const query = `mutation ($input: BookMeetingInput!) { bookMeeting(input: $input) { booking { id } manageUrl } }`;
  const times: number[] = [];
  let next = 0;
  const began = performance.now();
  const client = async () => {
    for (let i = next++; i < asked.count; i = next++) {
      const offer = offers[i % offers.length];
      const slot = asked.from + Math.floor(i / offers.length);
      const input = {
        meetingTypeId: offer?.meetingTypeId,
        startAt: new Date(first + slot * 15 * minute).toISOString(),
        attendee: {
          name: "Ada Lovelace",
          email: `ada-${i}@example.org`,
          timeZone: "Europe/London",
        },
        idempotencyKey: newId(),
      };
      const from = performance.now();
      await bench.ask(anonymous, query, { input });
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: asked.clients }, client));
  const seconds = (performance.now() - began) / 1_000;
  return { perSecond: round(asked.count / seconds), p50Ms: at(times, 0.5), p99Ms: at(times, 0.99) };
}

async function timeSlots({ ask }: Bench, { meetingTypeId }: Offer): Promise<number> {
  const query = `query ($id: ID!, $from: Date!, $to: Date!) { meetingType(id: $id) {
    slots(from: $from, to: $to, timeZone: "Europe/Stockholm") { date slots { startAt } } } }`;
  const date = (days: number) =>
    new Date(Date.now() + days * 1_440 * minute).toISOString().slice(0, 10);
  const variables = { id: meetingTypeId, from: date(0), to: date(29) };
  const times: number[] = [];
  for (let i = 0; i < 220; i += 1) {
    const from = performance.now();
    await ask(anonymous, query, variables);
    // The first ones warm the caches of both sides.
    if (i >= 20) times.push(performance.now() - from);
  }
  return at(times, 0.5);
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return round(
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN,
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
