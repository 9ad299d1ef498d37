import { parseArgs } from "node:util";
import { createGraphClient, type GraphClient } from "./journey/graph-client.ts";
import { startPlatform } from "./auth/start-platform.ts";
import { at, closedLoop, type Load } from "./load/open-loop.ts";

// What small anonymous requests cost everybody else: sixteen visitors send the dearest operations that the limits allow, on a
// platform of its own without budgets, as if each came from another network; meanwhile one person asks for their account.
const { values: flags } = parseArgs({
  options: { json: { type: "boolean", default: false }, seconds: { type: "string", default: "5" } },
});
const seconds = Number(flags.seconds);
const limitP99Ms = 1_000;

process.env["COST_PER_MINUTE"] = "1000000000";
const { platform, stop } = await startPlatform();
try {
  const [login] = platform.demo.logins;
  if (!login) throw new Error("the platform has no demo login");
  const token = await logIn(createGraphClient(platform.graphql), login);
  const meetingTypeId = await offerEachMinute(createGraphClient(platform.graphql, token));
  const rows = await measure({ url: platform.graphql, token, meetingTypeId });
  console.table(rows);
  const over = rows.filter(({ othersP99Ms }) => othersP99Ms > limitP99Ms);
  for (const { attack, othersP99Ms } of over) {
    console.error(
      `over the limit: others beside "${attack}", ${othersP99Ms} ms instead of ${limitP99Ms}`,
    );
  }
  if (flags.json) console.log(JSON.stringify({ bench: "attack", rows }));
  process.exitCode = over.length > 0 ? 1 : 0;
} finally {
  await stop();
}

async function measure({
  url,
  token,
  meetingTypeId,
}: {
  readonly url: string;
  readonly token: string;
  readonly meetingTypeId: string;
}) {
  const other: Load = { url, token, query: "{ me { id name } }" };
  const slots = (names: string, days: number) => ({
    url,
    query: `query ($id: ID!, $from: Date!, $to: Date!) { meetingType(id: $id) { ${names
      .split(" ")
      .map(
        (name) =>
          `${name}: slots(from: $from, to: $to, timeZone: "UTC") { slots { startAt endAt localStart localEnd } }`,
      )
      .join(" ")} } }`,
    variables: { id: meetingTypeId, from: dateIn(1), to: dateIn(days) },
  });
  const types =
    "types { name fields { name args { name type { name ofType { name ofType { name } } } } type { name ofType { name ofType { name ofType { name } } } } } }";
  const attacks: Readonly<Record<string, Load | null>> = {
    none: null,
    "four windows of 60 days, a slot each minute": slots("a b c d", 60),
    "the most slots that are answered": slots("a", 3),
    "the schema": { url, query: `{ __schema { ${types} } }` },
    "fifteen aliases below the schema": {
      url,
      query: `{ __schema { ${Array.from({ length: 15 }, (_, n) => `a${n}: types { ...T }`).join(" ")} } }
        fragment T on __Type { name description fields { name description args { name type { name } } type { name } } }`,
    },
  };
  await closedLoop(other, { clients: 4, seconds: 1 });
  const rows = [];
  for (const [attack, load] of Object.entries(attacks)) {
    const [others, sent] = await Promise.all([
      closedLoop(other, { clients: 1, seconds }),
      load && closedLoop(load, { clients: 16, seconds }),
    ]);
    rows.push({
      attack,
      bytes: load ? JSON.stringify({ query: load.query, variables: load.variables }).length : 0,
      perSecond: Math.round([...(sent?.values() ?? [])].flat().length / seconds),
      othersP50Ms: at(others.get(200), 0.5),
      othersP99Ms: at(others.get(200), 0.99),
      othersRefused: [...others].filter(([status]) => status !== 200).flatMap(([, times]) => times)
        .length,
    });
  }
  return rows;
}

async function logIn(
  client: GraphClient,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<string> {
  const { logIn } = await client.ask(
    "mutation ($input: LogInInput!) { logIn(input: $input) { tokens { accessToken } } }",
    { input: { email, password, delivery: "TOKENS" } },
  );
  return logIn.tokens.accessToken as string;
}

/** A meeting type that may start at each minute of each day. */
async function offerEachMinute(client: GraphClient): Promise<string> {
  const slug = `attack-${Date.now().toString(36)}`;
  const { createOrganization: organization } = await client.ask(
    "mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) { id } }",
    { input: { name: "Attack", slug, timeZone: "UTC", locale: "en" } },
  );
  const organizationId = organization.id as string;
  const { createSchedule: schedule } = await client.ask(
    "mutation ($input: CreateScheduleInput!) { createSchedule(input: $input) { id } }",
    {
      input: {
        organizationId,
        name: "Always",
        timeZone: "UTC",
        weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], start: "00:00", end: "24:00" }],
      },
    },
  );
  const { createMeetingType: meetingType } = await client.ask(
    "mutation ($input: CreateMeetingTypeInput!) { createMeetingType(input: $input) { id } }",
    {
      input: {
        organizationId,
        scheduleId: schedule.id,
        title: "Each minute",
        slug: "each-minute",
        durationsMinutes: [5],
        stepMinutes: 1,
        noticeMinutes: 0,
        horizonDays: 60,
        location: { kind: "ONLINE", text: "https://meet.example/attack" },
      },
    },
  );
  return meetingType.id as string;
}

function dateIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
