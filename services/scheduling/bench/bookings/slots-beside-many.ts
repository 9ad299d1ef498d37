import { anonymous } from "@tidbok/domain";
import { fill } from "./fill.ts";
import { percentile, round } from "./percentile.ts";
import { roundOfBookings } from "./round-of-bookings.ts";
import { offerMeeting, startBench, type Bench, type Offer } from "./start-bench.ts";

const day = 24 * 60 * 60_000;
const query = `query ($id: ID!, $from: Date!, $to: Date!) { meetingType(id: $id) {
  slots(from: $from, to: $to, timeZone: "Europe/Stockholm") { date slots { startAt } } } }`;

/**
 * Slots of 30 days of a host with 200 bookings, in a database that has no others and in one that has many:
 * two services side by side, asked in turns, so that what else the machine does meets both.
 */
export async function slotsBesideMany({ existing }: { readonly existing: number }) {
  const [empty, full] = [await startBench(), await startBench()];
  try {
    const sides = [];
    for (const bench of [empty, full]) {
      const offer = await offerMeeting(bench);
      await roundOfBookings(bench, { offers: [offer], from: 0, count: 200, clients: 1 });
      if (bench === full) await fill(bench, { ...offer, count: existing });
      else await bench.sql("VACUUM ANALYZE booking, reservation");
      const times: number[] = [];
      sides.push({ times, ask: () => timeSlots(bench, offer) });
    }
    for (let i = 0; i < 220; i += 1) {
      for (const { ask, times } of sides) {
        const time = await ask();
        // The first ones warm the caches of both sides.
        if (i >= 20) times.push(time);
      }
    }
    const [p50EmptyMs = Number.NaN, p50FullMs = Number.NaN] = sides.map(({ times }) =>
      percentile(times, 0.5),
    );
    return { p50EmptyMs, p50FullMs, ratioToEmpty: round(p50FullMs / p50EmptyMs), existing };
  } finally {
    await Promise.all([empty.stop(), full.stop()]);
  }
}

async function timeSlots({ ask }: Bench, { meetingTypeId }: Offer): Promise<number> {
  const date = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10);
  const variables = { id: meetingTypeId, from: date(0), to: date(29) };
  const began = performance.now();
  await ask(anonymous, query, variables);
  return performance.now() - began;
}
