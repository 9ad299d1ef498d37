import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, post, type Answer } from "./support/ask.ts";
import { openStage, type Stage } from "./support/bookings.ts";
import { startSecondGateway } from "./support/second-gateway.ts";

let stage: Stage;
let small: Awaited<ReturnType<typeof startSecondGateway>>;

beforeAll(async () => {
  stage = await openStage("Kosta", { stepMinutes: 1, durationsMinutes: [5] });
  small = await startSecondGateway({ COST_PER_MINUTE: "100" });
});
afterAll(() => small.stop());

const history = (first: string, variables = "") =>
  `query ${variables} { hostedBookings(first: ${first}) { nodes { history(first: ${first}) { nodes { kind fromHost { id } } } } } }`;

test("a cost that a variable hides is refused like a literal one, with limit, value and remedy", async () => {
  const { token } = stage.host;
  const asked = { query: history("$n", "($n: Int)"), variables: { n: 100 }, token };
  const response = await post(asked);
  expect(response.status).toBe(400);
  const { errors } = (await response.json()) as Answer;
  const literal = await ask({ query: history("100"), token });
  expect(errors?.[0]?.message).toBe(literal.errors?.[0]?.message);
  expect(errors?.[0]?.extensions).toEqual({
    code: "COST_TOO_HIGH",
    requested: expect.any(Number) as number,
    maximum: 5_000,
  });
  expect(errors?.[0]?.message).toMatch(/costs 20,\d{3}; the limit .* 5,000\. Ask for fewer rows/);
});

test("an honest list of 25 bookings with attendees and answers is answered, with what it cost", async () => {
  const query = `{ hostedBookings(first: 25) { pageInfo { endCursor } nodes { id startAt state hosts { id displayName }
    attendees { id name email phone answers { question { label } text } } guests { id } } } }`;
  const { errors, extensions } = await ask({ query, token: stage.host.token });
  expect(errors).toBeUndefined();
  const cost = extensions?.["cost"] as { requested: number; remaining: number; resetAt: string };
  expect(cost.requested).toBeLessThan(5_000);
  expect(cost.remaining).toBeGreaterThan(0);
  expect(Date.parse(cost.resetAt)).toBeGreaterThan(Date.now());
});

test("too many aliases of slots, or of the schema, are refused before anything is computed", async () => {
  const slots = (name: string) =>
    `${name}: slots(from: "2027-03-01", to: "2027-04-30", timeZone: "UTC") { slots { startAt } }`;
  const query = `{ meetingType(id: "${stage.meetingType.id}") { ${["a", "b", "c", "d", "e"].map(slots).join(" ")} } }`;
  expect((await ask({ query })).errors?.[0]?.extensions.code).toBe("COST_TOO_HIGH");
  const types = Array.from({ length: 15 }, (_, n) => `a${n}: types { ...T }`).join(" ");
  const aliases = `{ __schema { ${types} } } fragment T on __Type {
    name description fields { name description args { name type { name } } type { name ofType { name } } } }`;
  expect((await ask({ query: aliases })).errors?.[0]?.extensions.code).toBe("COST_TOO_HIGH");
  expect((await ask({ query: getIntrospectionQuery() })).errors).toBeUndefined();
});

test("a window with too many slots says up to when they fit, and that window is answered", async () => {
  const query = `query ($id: ID!, $from: Date!, $to: Date!) {
    meetingType(id: $id) { slots(from: $from, to: $to, timeZone: "Europe/Stockholm") { date slots { startAt } } } }`;
  const [from, to] = [dateIn(2), dateIn(32)];
  const whole = await ask({ query, variables: { id: stage.meetingType.id, from, to } });
  expect(whole.errors?.map(({ extensions }) => extensions)).toEqual([
    { code: "TOO_MANY_SLOTS", maximum: 5_000, untilAt: expect.any(String) as string },
  ]);
  const untilAt = String(whole.errors?.[0]?.extensions["untilAt"]);
  const before = new Date(Date.parse(untilAt) - 86_400_000).toISOString().slice(0, 10);
  const part = await ask({ query, variables: { id: stage.meetingType.id, from, to: before } });
  expect(part.errors).toBeUndefined();
  const count = part.data.meetingType.slots.flatMap(({ slots }: { slots: unknown[] }) => slots);
  expect(count.length).toBeGreaterThan(4_000);
});

test("a caller that has spent the minute is told when to come back, and no other caller is", async () => {
  const send = async (token?: string) => {
    const response = await fetch(small.graphql, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({
        query: `{ organization(slug: "x") { id } policies(first: 25) { nodes { version } } }`,
      }),
    });
    return { response, answer: (await response.json()) as Answer };
  };
  const spent: number[] = [];
  for (let count = 0; count < 10; count++) {
    const { response, answer } = await send();
    const { requested, remaining } = answer.extensions?.["cost"] as Record<string, number>;
    spent.push(remaining ?? 0);
    if (response.status === 200) continue;
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(answer.data ?? null).toBeNull();
    expect(answer.errors?.[0]?.extensions.code).toBe("COST_BUDGET_SPENT");
    expect(answer.errors?.[0]?.message).toContain(`costs ${requested}, and ${remaining} of 100`);
    expect(requested).toBeGreaterThan(remaining ?? 0);
    break;
  }
  expect(spent.length).toBeGreaterThan(2);
  expect(spent.length).toBeLessThan(10);
  expect((await send(stage.host.token)).response.status).toBe(200);
});

function dateIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
