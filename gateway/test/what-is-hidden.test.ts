import { beforeAll, expect, test } from "vitest";
import { ask, demand, post, textWithoutBudget } from "./support/ask.ts";
import { attemptAt, book, openStage, type Booked, type Stage } from "./support/bookings.ts";

let stage: Stage;
let booked: Booked;

beforeAll(async () => {
  stage = await openStage("Desideria");
  booked = await book(attemptAt(stage, stage.slots[2] ?? ""));
});

test("no header makes the answer tell how it came about", async () => {
  const query = "{ booking(id: $id) { id } }".replace("$id", JSON.stringify(booked.id));
  const plain = await post({ query, token: stage.host.token });
  const asked = await post({
    query,
    token: stage.host.token,
    headers: {
      "apollo-query-plan-experimental": "1",
      "apollo-query-plan-experimental-format": "internal",
      "apollo-federation-include-trace": "ftv1",
      "apollo-expose-query-plan": "true",
      "apollographql-client-name": "x",
      "apollo-require-preflight": "1",
      "x-apollo-tracing": "1",
    },
  });
  expect(await textWithoutBudget(asked)).toBe(await textWithoutBudget(plain));
  expect([...asked.headers.keys()].toSorted()).toEqual([...plain.headers.keys()].toSorted());
});

test.each([
  "{ _service { sdl } }",
  '{ _entities(representations: [{ __typename: "Account", id: "1" }]) { __typename } }',
  '{ sessionCaller(input: { token: "x" }) { accountId } }',
  '{ accountCaller(accountId: "1", sessionId: "1") { accountId } }',
])("%s is not in the graph, for nobody", async (query) => {
  for (const token of [undefined, stage.host.token, booked.manageToken]) {
    const { data, errors } = await ask({ query, ...(token && { token }) });
    expect(data).toBeUndefined();
    expect(errors?.every(({ extensions }) => extensions.code === "GRAPHQL_VALIDATION_FAILED")).toBe(
      true,
    );
  }
});

test("introspection shows nobody the machinery between gateway and services", async () => {
  const query = "{ __schema { types { name fields { name } } directives { name } } }";
  const schemas = await Promise.all(
    [undefined, stage.host.token, booked.manageToken].map(async (token) => {
      const { __schema } = await demand({ query, ...(token && { token }) });
      return __schema as {
        types: { name: string; fields: { name: string }[] | null }[];
        directives: { name: string }[];
      };
    }),
  );
  const coordinates = schemas.map(({ types }) =>
    types.flatMap(({ name, fields }) => (fields ?? []).map((field) => `${name}.${field.name}`)),
  );
  for (const each of coordinates) {
    expect(
      each.filter((name) =>
        /_entities|_service|SessionCaller|sessionCaller|CallerMembership/.test(name),
      ),
    ).toEqual([]);
  }
  for (const { directives } of schemas) {
    expect(
      directives
        .map(({ name }) => name)
        .filter((name) => /join|link|core|personal|subject|inaccessible/i.test(name)),
    ).toEqual([]);
  }
  // What the data map denies to visitors is told to them by no introspection: each class has its own.
  const [visitor = [], account = []] = coordinates;
  const denied = ["Session.network", "Session.deviceType", "Session.browserFamily"];
  expect(account.filter((name) => !visitor.includes(name))).toEqual(denied);
  expect(visitor.filter((name) => !account.includes(name))).toEqual([]);
});

test("headers that name a caller are nobody's word", async () => {
  const caller = JSON.stringify({
    kind: "service",
    service: "integrations",
    purpose: "provide.notify",
  });
  const headers = {
    "x-caller": caller,
    caller,
    "x-user-id": stage.host.accountId,
    "x-account-id": stage.host.accountId,
    "x-organization-id": stage.organization.id,
    "x-forwarded-user": stage.host.email,
    "x-purpose": "provide.notify",
    "x-request-id": "forged",
    "x-forwarded-for": "127.0.0.1",
    "x-role": "OWNER",
  };
  const query = `{ me { id } booking(id: "${booked.id}") { id } }`;
  expect((await ask({ query, headers })).data).toEqual({ me: null, booking: null });
  const response = await post({ query, headers });
  expect(response.headers.get("x-request-id")).not.toBe("forged");
});
