import { parseArgs } from "node:util";
import { percentile, round } from "./bookings/percentile.ts";
import { roundOfBookings, type Round } from "./bookings/round-of-bookings.ts";
import { sameInserts } from "./bookings/same-inserts.ts";
import { slotsBesideMany } from "./bookings/slots-beside-many.ts";
import { offerMeeting, startBench } from "./bookings/start-bench.ts";

// Bookings of distinct slots through the whole service and the same inserts without it, in turns on one
// Postgres; and slots beside few bookings and beside many.
const { values: flags } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    bookings: { type: "string", default: "2000" },
    clients: { type: "string", default: "8" },
    existing: { type: "string", default: "500000" },
  },
});
const [count = 0, clients = 0, existing = 0] = [flags.bookings, flags.clients, flags.existing].map(
  Number,
);
if (!(count > 0 && clients > 0 && existing > 0)) throw new Error("the numbers must be above 0");
const rounds = 5;
const hosts = 16;

const { booked, limit, driver } = await bookings();
const slots = await slotsBesideMany({ existing });
const ratio = round(booked.perSecond / limit.perSecond);
console.table([
  { what: `bookMeeting, ${clients} clients`, ...booked, ratio },
  { what: `the same inserts by ${driver}, ${clients} clients`, ...limit, ratio: 1 },
]);
console.table([
  { what: "slots of 30 days, 200 bookings", p50Ms: slots.p50EmptyMs },
  {
    what: `the same beside ${existing} bookings of others`,
    p50Ms: slots.p50FullMs,
    ratio: slots.ratioToEmpty,
    limit: 1.5,
  },
]);
if (flags.json) {
  const inserts = { driver, ...limit };
  console.log(JSON.stringify({ bench: "bookings", booked, inserts, ratioToInserts: ratio, slots }));
}

async function bookings() {
  const bench = await startBench();
  try {
    const offers = await Promise.all(Array.from({ length: hosts }, () => offerMeeting(bench)));
    const limit = await sameInserts(bench, offers);
    const each = Math.ceil(count / rounds);
    const ours: Round[] = [];
    const theirs: Round[] = [];
    // The first of each warms what is cold, and does not count.
    for (let i = 0; i <= rounds; i += 1) {
      ours.push(await roundOfBookings(bench, { offers, from: i * each, count: each, clients }));
      theirs.push(await limit.round({ count: each, clients }));
    }
    return {
      booked: figures(ours.slice(1)),
      limit: figures(theirs.slice(1)),
      driver: limit.driver,
    };
  } finally {
    await bench.stop();
  }
}

/** The median of the rounds' speeds, and of all that was done in them how long it took. */
function figures(of: readonly Round[]) {
  const speeds = of.map(({ seconds, milliseconds }) => milliseconds.length / seconds);
  const times = of.flatMap(({ milliseconds }) => milliseconds);
  return {
    perSecond: percentile(speeds, 0.5),
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
  };
}
