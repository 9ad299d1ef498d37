import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import autocannon from "autocannon";
import { createGraphClient, type GraphClient } from "./journey/graph-client.ts";

// Measures the running platform (`npm start`) as a client feels it: one organization of its own, 200
// bookings, then slots of 30 days. Bookings go one after the other; slots by 1 and by 8 connections.
const { values: flags } = parseArgs({
  options: { json: { type: "boolean", default: false }, seconds: { type: "string", default: "8" } },
});

type Platform = {
  readonly graphql: string;
  readonly demo: {
    readonly logins: readonly { readonly email: string; readonly password: string }[];
  };
};

const slotsQuery = `query ($meetingTypeId: ID!, $from: Date!, $to: Date!) {
  meetingType(id: $meetingTypeId) {
    slots(from: $from, to: $to, timeZone: "Europe/Stockholm") { date slots { startAt } }
  }
}`;

const platform = await readPlatform();
const [login] = platform.demo.logins;
if (!login) throw new Error("the platform has no demo login; start it again with `npm start`");
const host = await logIn(createGraphClient(platform.graphql), login);
const visitor = createGraphClient(platform.graphql);
const meetingTypeId = await makeMeetingType(host);
const from = dayAfter(Date.now(), 1);
const window = { meetingTypeId, from, to: dayAfter(Date.now(), 30) };

const bookings = await bookAll(visitor, 200);
const slotsAlone = await loadSlots(1);
const slotsEight = await loadSlots(8);

const rows = [
  { what: "slots, 30 days, 200 bookings, 1 connection", ...slotsAlone, limitP50Ms: 25 },
  { what: "slots, 30 days, 200 bookings, 8 connections", ...slotsEight, limitP50Ms: null },
  { what: "bookMeeting, one after the other", ...bookings, limitP50Ms: 40 },
];
console.table(rows);
if (flags.json) {
  console.log(
    JSON.stringify({ bench: "journey", slots: slotsAlone, slotsEight, bookMeeting: bookings }),
  );
}

async function readPlatform(): Promise<Platform> {
  const file = new URL("../../.local/platform.json", import.meta.url);
  try {
    return JSON.parse(await readFile(file, "utf8")) as Platform;
  } catch {
    console.error("No platform is running: start one with `npm start`, then run this again.");
    process.exit(1);
  }
}

async function logIn(
  client: GraphClient,
  { email, password }: { email: string; password: string },
): Promise<GraphClient> {
  const data = await client.ask(
    `mutation ($input: LogInInput!) { logIn(input: $input) { tokens { accessToken } } }`,
    { input: { email, password, delivery: "TOKENS" } },
  );
  return createGraphClient(platform.graphql, data["logIn"].tokens.accessToken);
}

async function makeMeetingType(client: GraphClient): Promise<string> {
  const unique = Date.now().toString(36);
  const { createOrganization: organization } = await client.ask(
    `mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) { id } }`,
    {
      input: { name: "Bench", slug: `bench-${unique}`, timeZone: "Europe/Stockholm", locale: "en" },
    },
  );
  const { createSchedule: schedule } = await client.ask(
    `mutation ($input: CreateScheduleInput!) { createSchedule(input: $input) { id } }`,
    {
      input: {
        organizationId: organization.id,
        name: "Every day",
        timeZone: "Europe/Stockholm",
        weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], start: "09:00", end: "17:00" }],
      },
    },
  );
  const { createMeetingType: meetingType } = await client.ask(
    `mutation ($input: CreateMeetingTypeInput!) { createMeetingType(input: $input) { id } }`,
    {
      input: {
        organizationId: organization.id,
        scheduleId: schedule.id,
        title: "Bench",
        slug: "bench",
        durationsMinutes: [30],
        stepMinutes: 15,
        noticeMinutes: 0,
        horizonDays: 60,
        location: { kind: "ONLINE", text: "https://meet.example/bench" },
      },
    },
  );
  return meetingType.id;
}

async function slots(client: GraphClient): Promise<string[]> {
  const data = await client.ask(slotsQuery, window);
  return data["meetingType"].slots.flatMap((day: { slots: { startAt: string }[] }) =>
    day.slots.map((slot) => slot.startAt),
  );
}

async function bookAll(client: GraphClient, count: number): Promise<Figures> {
  // Every second start of a 15-minute grid does not overlap its neighbours of 30 minutes.
  const open = (await slots(client)).filter((_, index) => index % 2 === 0);
  if (open.length < count) throw new Error(`only ${open.length} slots to book`);
  const spread = Array.from(
    { length: count },
    (_, index) => open[Math.floor((index * open.length) / count)],
  );
  const times: number[] = [];
  const begun = performance.now();
  for (const [index, startAt] of spread.entries()) {
    const before = performance.now();
    await client.ask(
      `mutation ($input: BookMeetingInput!) { bookMeeting(input: $input) { booking { id } } }`,
      { input: bookingOf(startAt!, index) },
    );
    times.push(performance.now() - before);
  }
  return figuresOf(times, performance.now() - begun);
}

function bookingOf(startAt: string, index: number) {
  return {
    meetingTypeId,
    startAt,
    durationMinutes: 30,
    attendee: {
      name: `Attendee ${index}`,
      email: `attendee${index}@bench.example`,
      timeZone: "Europe/Stockholm",
      locale: "en",
    },
    idempotencyKey: `bench-${meetingTypeId}-${index}`,
  };
}

async function loadSlots(connections: number): Promise<Figures> {
  const result = await autocannon({
    url: platform.graphql,
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: slotsQuery, variables: window }),
    connections,
    duration: Number(flags.seconds),
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error("slots were not answered");
  return {
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    perSecond: Math.round(result.requests.average),
  };
}

type Figures = { p50Ms: number; p99Ms: number; perSecond: number };

function figuresOf(times: number[], totalMs: number): Figures {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
  return {
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    perSecond: Math.round((times.length / totalMs) * 1000),
  };
}

function dayAfter(now: number, days: number): string {
  return new Date(now + days * 86_400_000).toISOString().slice(0, 10);
}
