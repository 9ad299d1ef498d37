import { anonymous, newId } from "@tidbok/domain";
import type { Bench, Offer } from "./start-bench.ts";

const minute = 60_000;
const first = Math.ceil(Date.now() / (15 * minute)) * 15 * minute + 60 * minute;
const query = `mutation ($input: BookMeetingInput!) { bookMeeting(input: $input) { booking { id } manageUrl } }`;

/** What a round took: how long all of it, and each of it. */
export type Round = { readonly seconds: number; readonly milliseconds: readonly number[] };

/** Books slots through the service, each once, by so many clients at once; hosts take turns. */
export async function roundOfBookings(
  { ask }: Bench,
  asked: {
    readonly offers: readonly Offer[];
    /** The number of the first slot; no two rounds have one in common. */
    readonly from: number;
    readonly count: number;
    readonly clients: number;
  },
): Promise<Round> {
  const { offers, from, count, clients } = asked;
  const milliseconds: number[] = [];
  let next = from;
  const client = async () => {
    for (let i = next++; i < from + count; i = next++) {
      const start = first + Math.floor(i / offers.length) * 15 * minute;
      const email = `ada-${i}@example.org`;
      const input = {
        meetingTypeId: offers[i % offers.length]?.meetingTypeId,
        startAt: new Date(start).toISOString(),
        attendee: { name: "Ada Lovelace", email, timeZone: "Europe/London" },
        idempotencyKey: newId(),
      };
      const began = performance.now();
      await ask(anonymous, query, { input });
      milliseconds.push(performance.now() - began);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  return { seconds: (performance.now() - began) / 1_000, milliseconds };
}
