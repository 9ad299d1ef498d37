import { expect, test } from "vitest";
import { createAttempt, createClient, GraphError, type TypedDocument } from "../src/index.ts";
import { startGraph, type Asked } from "./support/start-graph.ts";

const read = "query Policy { policy { version } }" as TypedDocument<
  { policy: { version: string } },
  Record<string, never>
>;
const book = "mutation Book($input: BookInput!) { book(input: $input) { id } }" as TypedDocument<
  { book: { id: string } },
  { input: { startAt: string; idempotencyKey: string } }
>;
const refused = (code: string, more = {}) => ({
  data: null,
  errors: [{ message: "no", extensions: { code, ...more } }],
});
const fine = { data: { policy: { version: "1.1" } } };

test("an answer is its data and what was withheld from it", async () => {
  const email = {
    coordinate: "Attendee.email",
    action: "hide",
    reason: "NOT_FOR_AUDIENCE",
    remedy: null,
  };
  const graph = await startGraph(() => ({
    ...fine,
    extensions: { privacy: { withheld: [email] } },
  }));
  const answer = await createClient(graph).ask(read);
  expect(answer).toEqual({ data: fine.data, withheld: [email], withheldCount: 1 });
});

test("a visitor is told how many fields were withheld", async () => {
  const graph = await startGraph(() => ({
    ...fine,
    extensions: { privacy: { withheld: { count: 2 } } },
  }));
  const answer = await createClient(graph).ask(read);
  expect(answer).toEqual({ data: fine.data, withheld: [], withheldCount: 2 });
});

test("an error has the code, its details and what came all the same", async () => {
  const answer = { ...refused("RATE_LIMITED", { retryAfterSeconds: 30 }), data: { policy: null } };
  const graph = await startGraph(() => answer);
  const error = await createClient(graph)
    .ask(read)
    .catch((error: unknown) => error);
  expect(error).toBeInstanceOf(GraphError);
  expect(error).toMatchObject({
    code: "RATE_LIMITED",
    retryAfterSeconds: 30,
    data: { policy: null },
  });
});

test("a query whose answer is lost is asked again; a refusal is not", async () => {
  let calls = 0;
  const shaky = await startGraph(() => (++calls < 3 ? "drop" : fine));
  await expect(createClient(shaky).ask(read)).resolves.toMatchObject({ data: fine.data });
  expect(shaky.asked).toHaveLength(3);
  const strict = await startGraph(() => refused("FORBIDDEN"));
  await expect(createClient(strict).ask(read)).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(strict.asked).toHaveLength(1);
});

test("a mutation is sent once, and repeating a lost one keeps its key", async () => {
  let isLost = true;
  const graph = await startGraph(() => (isLost ? "drop" : { data: { book: { id: "1" } } }));
  const attempt = createAttempt(createClient(graph).ask, book);
  const keys = () => graph.asked.map(({ variables }) => variables["input"]!["idempotencyKey"]);
  await expect(attempt({ startAt: "09:00" })).rejects.toMatchObject({ code: "UNREACHABLE" });
  expect(graph.asked).toHaveLength(1);
  isLost = false;
  await attempt({ startAt: "09:00" });
  expect(keys()[1]).toBe(keys()[0]);
  await attempt({ startAt: "09:00" });
  expect(keys()[2]).not.toBe(keys()[0]);
});

test("another input, and a repetition after a refusal, is a new wish", async () => {
  const graph = await startGraph(() => refused("SLOT_TAKEN"));
  const attempt = createAttempt(createClient(graph).ask, book);
  for (const startAt of ["09:00", "09:00", "10:00"]) {
    await expect(attempt({ startAt })).rejects.toMatchObject({ code: "SLOT_TAKEN" });
  }
  const keys = graph.asked.map(({ variables }) => variables["input"]!["idempotencyKey"]);
  expect(new Set(keys).size).toBe(3);
});

test("of several operations with an expired token one exchanges it, and all are asked again", async () => {
  const answer = ({ query, authorization }: Asked) => {
    if (query.includes("refreshSession")) {
      return { data: { refreshSession: { accessToken: "new", refreshToken: "r2" } } };
    }
    return authorization === "Bearer new" ? fine : refused("UNAUTHENTICATED");
  };
  const graph = await startGraph(answer);
  const stored: unknown[] = [];
  const { ask } = createClient({
    ...graph,
    tokens: { accessToken: "old", refreshToken: "r1", onRefresh: (pair) => stored.push(pair) },
  });
  const answers = await Promise.all([ask(read), ask(read), ask(read)]);
  expect(answers.map(({ data }) => data)).toEqual([fine.data, fine.data, fine.data]);
  expect(stored).toEqual([{ accessToken: "new", refreshToken: "r2" }]);
});

test("what is no answer of the graph has a code as well", async () => {
  const graph = await startGraph(() => ({ hello: "from a proxy" }));
  await expect(createClient(graph).ask(read)).rejects.toBeInstanceOf(GraphError);
});
