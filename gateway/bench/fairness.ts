import { parseArgs } from "node:util";
import { createGraphClient } from "./journey/graph-client.ts";
import { startPlatform } from "./auth/start-platform.ts";
import { at, closedLoop, openLoop, type Load } from "./load/open-loop.ts";

// A platform of its own under too much load: what one busy organization costs the others, what is shed at five times the
// load, and how soon all is as before. Each phase lasts a few seconds.
const { values: flags } = parseArgs({
  options: { json: { type: "boolean", default: false }, seconds: { type: "string", default: "5" } },
});
const seconds = Number(flags.seconds);

process.env["COST_PER_MINUTE"] = "1000000000";
const { platform, stop } = await startPlatform();
try {
  const figures = await measure(platform.graphql, platform.demo.logins[0]);
  console.table(figures);
  const over = figures.filter(({ value, limit, is }) =>
    is === "most" ? value > limit : value < limit,
  );
  for (const { what, value, limit } of over)
    console.error(`missed: ${what}, ${value} instead of ${limit}`);
  if (flags.json) console.log(JSON.stringify({ bench: "fairness", figures }));
  process.exitCode = over.length > 0 ? 1 : 0;
} finally {
  await stop();
}

type Figure = {
  readonly what: string;
  readonly value: number;
  readonly limit: number;
  readonly is: "least" | "most";
};

async function measure(
  url: string,
  login: { readonly email: string; readonly password: string } | undefined,
): Promise<readonly Figure[]> {
  if (!login) throw new Error("the platform has no demo login");
  const { email, password } = login;
  const { logIn } = await createGraphClient(url).ask(
    "mutation ($input: LogInInput!) { logIn(input: $input) { tokens { accessToken } } }",
    { input: { email, password, delivery: "TOKENS" } },
  );
  const busy: Load = {
    url,
    token: logIn.tokens.accessToken,
    query:
      "{ me { id name memberships { role organization { id name } } } hostedBookings(first: 25) { nodes { id startAt } } }",
  };
  const other: Load = { url, query: '{ policy { version } organization(slug: "x") { id } }' };
  await closedLoop(busy, { clients: 16, seconds });
  await closedLoop(other, { clients: 1, seconds: 1 });

  const alone = await closedLoop(other, { clients: 1, seconds });
  const [beside] = await Promise.all([
    closedLoop(other, { clients: 1, seconds }),
    closedLoop(busy, { clients: 10, seconds }),
  ]);
  const peak = Math.max(
    ...(await inTurn([8, 16, 32], async (clients) => {
      const times = await closedLoop(busy, { clients, seconds });
      return (times.get(200)?.length ?? 0) / seconds;
    })),
  );
  const flood = await openLoop(busy, { perSecond: 5 * peak, seconds });
  const recovery = await recoveredAfter(other, 2 * at(alone.get(200), 0.95));
  const goodput = (flood.get(200)?.length ?? 0) / seconds;
  const ratio = at(beside.get(200), 0.95) / at(alone.get(200), 0.95);
  console.table([
    {
      aloneP95Ms: at(alone.get(200), 0.95),
      besideP95Ms: at(beside.get(200), 0.95),
      peakPerSecond: Math.round(peak),
      goodputPerSecond: Math.round(goodput),
      answeredP95Ms: at(flood.get(200), 0.95),
      shed: flood.get(503)?.length ?? 0,
      shedP50Ms: at(flood.get(503), 0.5),
      shedP99Ms: at(flood.get(503), 0.99),
      unanswered: flood.get(0)?.length ?? 0,
    },
  ]);
  return [
    {
      what: "p95 of others beside ten clients of one organization, to alone",
      value: round(ratio),
      limit: 3,
      is: "most",
    },
    {
      what: "goodput at five times the load, to the peak",
      value: round(goodput / peak),
      limit: 0.7,
      is: "least",
    },
    {
      what: "503 at five times the load, p95 in ms",
      value: at(flood.get(503), 0.95),
      limit: 100,
      is: "most",
    },
    { what: "recovery, seconds", value: round(recovery), limit: 5, is: "most" },
  ];
}

/** Seconds until ten answers in a row are as quick as told. */
async function recoveredAfter(load: Load, milliseconds: number): Promise<number> {
  const begun = performance.now();
  const elapsed = () => (performance.now() - begun) / 1000;
  while (elapsed() < 10) {
    const times = await closedLoop(load, { clients: 1, seconds: 0.2 });
    const answered = times.get(200) ?? [];
    if (answered.length >= 10 && at(answered, 0.9) <= milliseconds) return elapsed();
  }
  return elapsed();
}

async function inTurn<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
