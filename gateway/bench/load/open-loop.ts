import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "undici";

/** An operation and who sends it. */
export type Load = {
  readonly url: string;
  readonly token?: string;
  readonly query: string;
  readonly variables?: object;
};

/** How long answers took, by HTTP status; 0 stands for no answer. */
export type Times = ReadonlyMap<number, readonly number[]>;

function sender({ url, token, query, variables }: Load, connections: number) {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections });
  const times = new Map<number, number[]>();
  const body = JSON.stringify({ query, variables });
  const headers = {
    "content-type": "application/json",
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  const send = async () => {
    const begun = performance.now();
    const status = await pool
      .request({ method: "POST", path: pathname, headers, body })
      .then(async ({ statusCode, body }) => {
        const text = await body.text();
        // What GraphQL answers with an error is not what was asked for.
        return statusCode === 200 && text.includes('"errors"') ? 500 : statusCode;
      })
      .catch(() => 0);
    const known = times.get(status);
    const time = performance.now() - begun;
    if (known) known.push(time);
    else times.set(status, [time]);
  };
  return { send, times, close: () => pool.close() };
}

/** Sends as many requests a second as told, whether they are answered or not. An answer after the last request is left out. */
export async function openLoop(
  load: Load,
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<Times> {
  const { send, times, close } = sender(load, 400);
  const begun = performance.now();
  const sent: Promise<void>[] = [];
  while (performance.now() - begun < seconds * 1000) {
    const due = ((performance.now() - begun) / 1000) * perSecond;
    while (sent.length < due) sent.push(send());
    await sleep(5);
  }
  const inTime = new Map([...times].map(([status, all]) => [status, [...all]]));
  await Promise.all(sent);
  await close();
  return inTime;
}

/** Clients that each send the next request once the last one is answered. */
export async function closedLoop(
  load: Load,
  { clients, seconds }: { readonly clients: number; readonly seconds: number },
): Promise<Times> {
  const { send, times, close } = sender(load, clients);
  const until = performance.now() + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < until) await send();
    }),
  );
  await close();
  return times;
}

/** The time below which this share of the answers came, in milliseconds. */
export function at(times: readonly number[] = [], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
}
