import { join } from "node:path";
import {
  commitMutation,
  Environment,
  fetchQuery,
  Network,
  RecordSource,
  Store,
  type ConcreteRequest,
  type GraphQLResponse,
} from "relay-runtime";
import { beforeAll, expect, test } from "vitest";
import { ask } from "./support/ask.ts";
import { attemptAt, openStage, type Stage } from "./support/bookings.ts";
import { clientProject, runTool } from "./support/client-project.ts";

// Relay's own compiler takes the schema, and its runtime books, reads back, fetches again and pages.
const source = `
import { graphql } from "relay-runtime";
export const book = graphql\`mutation journeyBookMutation($input: BookMeetingInput!) {
  bookMeeting(input: $input) { booking { id startAt } manageToken } }\`;
export const mine = graphql\`query journeyMineQuery { myBooking { id nodeId ...journey_booking } }\`;
export const booking = graphql\`fragment journey_booking on Booking @refetchable(queryName: "journeyAgainQuery") {
  startAt state host { displayName } }\`;
export const cancel = graphql\`mutation journeyCancelMutation($input: CancelBookingInput!) {
  cancelBooking(input: $input) { state } }\`;
export const agenda = graphql\`query journeyAgendaQuery { ...journey_agenda }\`;
export const page = graphql\`fragment journey_agenda on Query
  @argumentDefinitions(count: { type: "Int", defaultValue: 1 }, cursor: { type: "String" })
  @refetchable(queryName: "journeyAgendaPageQuery") {
  hostedBookings(first: $count, after: $cursor) @connection(key: "journey_hostedBookings") {
    edges { node { id startAt } } } }\`;
export const back = graphql\`fragment journey_back on Query
  @argumentDefinitions(count: { type: "Int", defaultValue: 1 }, cursor: { type: "String" })
  @refetchable(queryName: "journeyBackPageQuery") {
  hostedBookings(last: $count, before: $cursor) @connection(key: "journeyBack_hostedBookings") {
    edges { node { id startAt } } } }\`;
`;

let folder: string;
let stage: Stage;
beforeAll(async () => {
  stage = await openStage("Relaia");
  folder = await clientProject({
    "src/journey.js": source,
    "relay.config.json": JSON.stringify({
      src: "./src",
      schema: "./schema.graphql",
      language: "javascript",
      eagerEsModules: true,
      schemaConfig: { nodeInterfaceIdField: "nodeId", nodeInterfaceIdVariableName: "nodeId" },
    }),
    "package.json": JSON.stringify({ type: "module" }),
  });
  await runTool(folder, "relay-compiler", ["relay.config.json"]);
});

async function artifact(name: string): Promise<ConcreteRequest> {
  const file = join(folder, "src", "__generated__", `${name}.graphql.js`);
  return ((await import(/* @vite-ignore */ file)) as { default: ConcreteRequest }).default;
}

function environmentOf(token?: string): Environment {
  return new Environment({
    network: Network.create(async ({ text }, variables) => {
      const answer = await ask({
        query: text ?? "",
        variables: { ...variables },
        ...(token && { token }),
      });
      return answer as unknown as GraphQLResponse;
    }),
    store: new Store(new RecordSource()),
    getDataID: (row) => (row["nodeId"] ?? row["id"]) as string,
  });
}

const run = async (
  at: Environment,
  name: string,
  variables: Readonly<Record<string, unknown>> = {},
) =>
  // The artifacts are made by the compiler as the test runs.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  (await fetchQuery(at, await artifact(name), variables).toPromise()) as any;

function change(
  at: Environment,
  mutation: ConcreteRequest,
  variables: Readonly<Record<string, unknown>>,
) {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  return new Promise<any>((done, failed) => {
    commitMutation(at, { mutation, variables, onCompleted: done, onError: failed });
  });
}

test("relay books as a visitor, reads back by the manage link, fetches again by node, and its store follows a change", async () => {
  const { input } = attemptAt(stage, stage.slots[1] ?? "");
  const { bookMeeting } = await change(environmentOf(), await artifact("journeyBookMutation"), {
    input,
  });
  const attendee = environmentOf(bookMeeting.manageToken);
  const { myBooking } = await run(attendee, "journeyMineQuery");
  expect(myBooking.id).toBe(bookMeeting.booking.id);
  await run(attendee, "journeyAgainQuery", { nodeId: myBooking.nodeId });
  const record = () => attendee.getStore().getSource().get(myBooking.nodeId);
  expect(record()).toMatchObject({ startAt: input["startAt"], state: "CONFIRMED" });
  await change(attendee, await artifact("journeyCancelMutation"), {
    input: { bookingId: myBooking.id },
  });
  expect(record()).toMatchObject({ state: "CANCELLED" });
});

test("relay pages a host's agenda in both directions", async () => {
  for (const slot of [3, 5]) {
    const { input } = attemptAt(stage, stage.slots[slot] ?? "");
    await change(environmentOf(), await artifact("journeyBookMutation"), { input });
  }
  const host = environmentOf(stage.host.token);
  const first = await run(host, "journeyAgendaPageQuery", { count: 1 });
  expect(first).toBeDefined();
  const root = () => JSON.stringify(host.getStore().getSource().toJSON());
  expect(root()).toContain("hasNextPage");
  await run(host, "journeyBackPageQuery", { count: 1 });
  expect(root()).toContain("hasPreviousPage");
});
