import { DomainError, NotFound } from "@tidbok/domain";
import { eventually, testNats, type TestNats } from "@tidbok/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createAsk, type AskOptions } from "../src/ask/create-ask.ts";
import type { Running } from "../src/nats/lead.ts";
import type { Answer, Question } from "../src/ask/question.ts";
import { startAnswering } from "../src/ask/start-answering.ts";
import { natsUsersOf, quiet } from "./support/nats-users.ts";

let server: TestNats;
let users: ReturnType<typeof natsUsersOf>;
let gateways: Running[] = [];

beforeAll(async () => {
  server = await testNats();
  users = natsUsersOf(server);
});
afterEach(async () => {
  await Promise.all(gateways.map((gateway) => gateway.stop()));
  gateways = [];
});
afterAll(async () => {
  await users.stop();
  await server.drop();
});

async function startGateway(answer: (question: Question) => Promise<Answer>): Promise<Running> {
  const nats = await users.as("gateway");
  const gateway = startAnswering({ nats, answer, log: quiet });
  gateways.push(gateway);
  const connection = await nats.connection();
  // Two round trips: the subscription leaves in a microtask of its own.
  await connection.flush();
  await connection.flush();
  return gateway;
}

async function asking(options: Partial<AskOptions> = {}) {
  return createAsk({ nats: await users.as("integrations"), service: "integrations", ...options });
}

test("a question reaches the gateway with who asks and for which request, and its data comes back", async () => {
  let heard: Question | undefined;
  await startGateway(async (question) => {
    heard = question;
    return { data: { booking: { id: "b1" } } };
  });
  const traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  const ask = await asking({ requestId: "r1", traceparent });
  expect(await ask("BookingMail", { id: "b1" })).toEqual({ booking: { id: "b1" } });
  expect(heard).toEqual({
    service: "integrations",
    operationName: "BookingMail",
    variables: { id: "b1" },
    requestId: "r1",
    traceparent,
  });
});

test("an answer's error becomes a DomainError with its code", async () => {
  await startGateway(async () => ({ errors: [{ code: "FORBIDDEN", message: "No." }] }));
  const ask = await asking();
  await expect(ask("BookingMail", {})).rejects.toMatchObject({ code: "FORBIDDEN", message: "No." });
});

test("what the gateway throws is told by its code, and nothing else of it", async () => {
  const ask = await asking();
  const throwing = await startGateway(async () => {
    throw new NotFound("booking");
  });
  await expect(ask("BookingMail", {})).rejects.toMatchObject({ code: "NOT_FOUND" });
  await throwing.stop();
  await startGateway(async () => {
    throw new Error("select * from person");
  });
  const failure = await ask("BookingMail", {}).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(DomainError);
  expect(failure).toMatchObject({ code: "INTERNAL" });
  expect(JSON.stringify(failure)).not.toContain("person");
});

test("no answer in time is ASK_TIMEOUT, nobody there is ASK_UNANSWERED", async () => {
  const ask = await asking({ timeoutMilliseconds: 200 });
  await expect(ask("BookingMail", {})).rejects.toMatchObject({ code: "ASK_UNANSWERED" });
  const late = Promise.withResolvers<Answer>();
  await startGateway(() => late.promise);
  await expect(ask("BookingMail", {})).rejects.toMatchObject({ code: "ASK_TIMEOUT" });
  late.resolve({ data: {} });
});

test("without a server a question times out", async () => {
  const ask = await asking({
    timeoutMilliseconds: 200,
    nats: {
      name: "integrations",
      connection: () => new Promise(() => undefined),
      isConnected: () => false,
      stop: async () => undefined,
    },
  });
  await expect(ask("BookingMail", {})).rejects.toMatchObject({ code: "ASK_TIMEOUT" });
});

test("a question whose connection is lost or closed is ASK_UNANSWERED", async () => {
  let isAsked = false;
  const late = Promise.withResolvers<Answer>();
  await startGateway(() => {
    isAsked = true;
    return late.promise;
  });
  const nats = await users.as("integrations");
  const ask = await asking({ nats });
  const lost = ask("BookingMail", {}).catch((error: unknown) => error);
  await eventually(() => isAsked);
  await (await nats.connection()).close();
  const error = await lost;
  late.resolve({ data: {} });
  expect(error).toMatchObject({ code: "ASK_UNANSWERED" });
  await expect(ask("BookingMail", {})).rejects.toMatchObject({ code: "ASK_UNANSWERED" });
});

test("an operation's name cannot leave its place in the subject", async () => {
  const ask = await asking();
  for (const name of ["a.b", "*", ">", "", "a b", "a\r\nPUB x 0"]) {
    await expect(ask(name, {})).rejects.toThrow(TypeError);
  }
});

test("of several gateways one answers each question", async () => {
  const answers: number[] = [];
  for (const gateway of [1, 2]) {
    await startGateway(async () => {
      answers.push(gateway);
      return { data: {} };
    });
  }
  const ask = await asking();
  await Promise.all(Array.from({ length: 40 }, () => ask("BookingMail", {})));
  expect(answers).toHaveLength(40);
  expect(new Set(answers)).toEqual(new Set([1, 2]));
});

test("a gateway that stops finishes what it has", async () => {
  let isAsked = false;
  const gateway = await startGateway(async () => {
    isAsked = true;
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { data: { late: true } };
  });
  const ask = await asking();
  const answer = ask("BookingMail", {});
  await eventually(() => isAsked);
  await gateway.stop();
  expect(await answer).toEqual({ late: true });
});
