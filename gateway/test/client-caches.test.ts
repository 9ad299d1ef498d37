import { ApolloClient, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { Client, fetchExchange, gql as document } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { introspectionFromSchema } from "graphql";
import { beforeAll, expect, test } from "vitest";
import { attemptAt, openStage, type Stage } from "./support/bookings.ts";
import { schemaFor } from "./support/graph-schema.ts";
import { runningPlatform } from "./support/running-platform.ts";

// Apollo Client and urql keep objects by type and id: a change that a mutation returns is seen wherever the object is.
const book = `mutation Book($input: BookMeetingInput!) {
  bookMeeting(input: $input) { booking { id startAt } manageToken } }`;
const mine = `query Mine { myBooking { id nodeId startAt state host { id displayName } } }`;
const cancel = `mutation Cancel($input: CancelBookingInput!) { cancelBooking(input: $input) { id state } }`;
const agenda = `query Agenda($last: Int, $before: String) { hostedBookings(last: $last, before: $before) {
  edges { cursor node { id state startAt } } pageInfo { hasPreviousPage startCursor hasNextPage endCursor } } }`;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage("Cachita");
});

function apollo(token?: string) {
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  return new ApolloClient({
    link: new HttpLink({ uri: runningPlatform().graphql, headers }),
    cache: new InMemoryCache(),
  });
}

test("Apollo Client books, reads back, and shows the cancellation where the booking was read", async () => {
  const { input } = attemptAt(stage, stage.slots[1] ?? "");
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const made = (await apollo().mutate<any>({ mutation: gql(book), variables: { input } })).data;
  const attendee = apollo(made.bookMeeting.manageToken);
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const { data } = await attendee.query<any>({ query: gql(mine) });
  expect(data.myBooking).toMatchObject({ id: made.bookMeeting.booking.id, state: "CONFIRMED" });
  const variables = { input: { bookingId: data.myBooking.id } };
  await attendee.mutate({ mutation: gql(cancel), variables });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const seen = attendee.readQuery<any>({ query: gql(mine) });
  expect(seen.myBooking.state).toBe("CANCELLED");
  const host = apollo(stage.host.token);
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const page = await host.query<any>({ query: gql(agenda), variables: { last: 1 } });
  expect(page.data.hostedBookings.edges).toHaveLength(1);
  expect(page.data.hostedBookings.pageInfo.hasNextPage).toBe(false);
});

test("urql's normalized cache takes the schema without a warning, and follows the change", async () => {
  const warnings: string[] = [];
  const schema = introspectionFromSchema(await schemaFor());
  const urql = (token?: string) =>
    new Client({
      url: runningPlatform().graphql,
      preferGetMethod: false,
      exchanges: [
        cacheExchange({
          schema: schema as never,
          logger: (_, message) => void warnings.push(message),
        }),
        fetchExchange,
      ],
      fetchOptions: { headers: token ? { authorization: `Bearer ${token}` } : {} },
    });
  const { input } = attemptAt(stage, stage.slots[3] ?? "");
  const made = await urql().mutation(document(book), { input });
  expect(made.error).toBeUndefined();
  const attendee = urql(made.data.bookMeeting.manageToken);
  const read = await attendee.query(document(mine), {});
  expect(read.data.myBooking.state).toBe("CONFIRMED");
  await attendee.mutation(document(cancel), { input: { bookingId: read.data.myBooking.id } });
  const seen = await attendee.query(document(mine), {}, { requestPolicy: "cache-only" });
  expect(seen.data.myBooking.state).toBe("CANCELLED");
  const page = await urql(stage.host.token).query(document(agenda), { last: 1 });
  expect(page.data.hostedBookings.edges).toHaveLength(1);
  expect(warnings).toEqual([]);
});
