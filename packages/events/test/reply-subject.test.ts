import { eventually, testNats, type TestNats } from "@tidbok/testing";
import { headers } from "@nats-io/transport-node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { requestIdHeader } from "../src/ask/question.ts";
import { startAnswering } from "../src/ask/start-answering.ts";
import { natsUsersOf, quiet } from "./support/nats-users.ts";

let server: TestNats;
let users: ReturnType<typeof natsUsersOf>;

beforeAll(async () => {
  server = await testNats();
  users = natsUsersOf(server);
});
afterAll(async () => {
  await users.stop();
  await server.drop();
});

// NATS lets who answers send to whatever subject the question names: without a check of the gateway's
// own, a service that was taken over would publish another's events through it, and order JetStream about.
test.each([
  "identity.member.left",
  "$JS.API.STREAM.PURGE.IDENTITY",
  "_INBOX_identity.stolen",
  "_INBOX_integrationsx.a",
])("a question whose answer would go to %s is not answered", async (reply) => {
  const answered: string[] = [];
  const gateway = startAnswering({
    nats: await users.as("gateway"),
    log: quiet,
    answer: async ({ requestId }) => {
      answered.push(requestId);
      return { data: {} };
    },
  });
  const connection = await (await users.as("integrations")).connection();
  const sent = headers();
  sent.set(requestIdHeader, "honest");
  await eventually(async () => {
    connection.publish("ask.integrations.BookingMail", '{"variables":{}}', { reply });
    await connection.request("ask.integrations.BookingMail", '{"variables":{}}', {
      headers: sent,
      timeout: 1_000,
    });
    return answered.includes("honest");
  });
  expect(new Set(answered)).toEqual(new Set(["honest"]));
  await gateway.stop();
});
