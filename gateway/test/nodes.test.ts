import { randomUUID } from "node:crypto";
import { nodeIdOf } from "@tidbok/domain";
import { isInterfaceType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import { beforeAll, expect, test } from "vitest";
import { ask, demand, post, refused, textWithoutBudget } from "./support/ask.ts";
import { schemaFor, selectionOf } from "./support/graph-schema.ts";
import { idOfEachNode } from "./support/id-of-each-node.ts";
import { openTenant, type Tenant } from "./support/tenant.ts";
import { typesWithoutId } from "./support/types-without-id.ts";

// Relay's `node` and `nodes` for every type that is a Node, as the schema is when the test runs.
let mine: Tenant;
let theirs: Tenant;
let schema: GraphQLSchema;
let types: readonly GraphQLObjectType[];
let myIds: Readonly<Record<string, string>>;
let theirIds: Readonly<Record<string, string>>;

beforeAll(async () => {
  [mine, theirs] = await Promise.all([openTenant("Nora"), openTenant("Dennis")]);
  [myIds, theirIds] = await Promise.all([idOfEachNode(mine), idOfEachNode(theirs)]);
  schema = await schemaFor(mine.owner.token);
  const node = schema.getType("Node");
  types = isInterfaceType(node) ? schema.getPossibleTypes(node) : [];
});

// What everybody may find by its id, as the query of that type says (foreign-organization.test.ts).
const open = [
  ...["App", "Hold", "MeetingType", "Organization", "Policy", "Question", "Retention"],
  "RoutingForm",
];

// What a member may find of the owner's own, beside the open.
const openToMembers = [...open, "Account", "Membership", "PlanSubscription"];

const nodeIn = (type: string, ids: Readonly<Record<string, string>>) =>
  nodeIdOf({ type, id: ids[type] ?? "" });

/** Several ways to ask: by the shortest answer, a stub could seem to exist. */
function selectionsOf(type: GraphQLObjectType): readonly string[] {
  const whole = `... on ${type.name} { ${selectionOf(type, 0)} }`;
  return ["__typename", "nodeId", `... on ${type.name} { id }`, `... on Node { nodeId } ${whole}`];
}

async function said(nodeId: string, selection: string, token: string | undefined) {
  const query = `query ($nodeId: ID!) { node(nodeId: $nodeId) { ${selection} } }`;
  const response = await post({ query, variables: { nodeId }, ...(token && { token }) });
  return `${response.status} ${await textWithoutBudget(response)}`;
}

test("every object is a Node, or is named with the reason why a cache needs no id of it", () => {
  const objects = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith("__"),
  );
  const without = objects.filter((type) => !types.includes(type)).map(({ name }) => name);
  const shapes = /^(Query|Mutation|PageInfo|\w+(Connection|Edge|Payload))$/;
  expect(without.filter((name) => !shapes.test(name)).toSorted()).toEqual(
    Object.values(typesWithoutId).flat().toSorted(),
  );
});

test("no object has an id without a nodeId, but a report, and a word of the configuration", () => {
  const withId = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && "id" in type.getFields() && !types.includes(type as never),
  );
  expect(withId.map(({ name }) => name)).toEqual([
    "BookingImport",
    "EmailVerification",
    "LogInProvider",
  ]);
});

test("each object is found again by its nodeId, alone and among others", async () => {
  for (const type of types) {
    const nodeId = nodeIn(type.name, myIds);
    const { token } = mine.owner;
    for (const selection of selectionsOf(type)) {
      const query = `query ($nodeId: ID!) { node(nodeId: $nodeId) { a: __typename ${selection} } }`;
      const answer = await ask({ query, variables: { nodeId }, token });
      expect([type.name, answer.errors, answer.data?.node?.a]).toEqual([
        type.name,
        undefined,
        type.name,
      ]);
      if (selection === "nodeId") expect(answer.data.node.nodeId).toBe(nodeId);
      expect(JSON.stringify(answer)).not.toContain("gateway_");
    }
  }
  const nodeIds = types.map(({ name }) => nodeIn(name, myIds));
  const { nodes } = await demand({
    query: "query ($nodeIds: [ID!]!) { nodes(nodeIds: $nodeIds) { __typename nodeId } }",
    variables: { nodeIds: [...nodeIds, "x"] },
    token: mine.owner.token,
  });
  expect(nodes).toEqual([
    ...types.map(({ name }, index) => ({ __typename: name, nodeId: nodeIds[index] })),
    null,
  ]);
});

test("unknown, foreign and hidden objects are answered alike, whatever is selected", async () => {
  const callers = [
    { name: "a visitor", token: undefined, ids: theirIds, mayFind: open },
    { name: "a foreign owner", token: mine.owner.token, ids: theirIds, mayFind: open },
    { name: "a foreign attendee", token: mine.manageToken, ids: theirIds, mayFind: open },
    { name: "a member", token: mine.member.token, ids: myIds, mayFind: openToMembers },
  ];
  const told: string[] = [];
  for (const { name, token, ids, mayFind } of callers) {
    for (const type of types.filter((each) => !mayFind.includes(each.name))) {
      for (const selection of selectionsOf(type)) {
        // Some fields do not exist for a class of callers, which is the same for every object.
        const known = await said(nodeIn(type.name, ids), selection, token);
        const unknown = await said(
          nodeIdOf({ type: type.name, id: randomUUID() }),
          selection,
          token,
        );
        if (known !== unknown) told.push(`${name}: ${type.name}: ${known} | ${unknown}`);
        if (selection === "nodeId" && !known.includes('{"node":null}')) told.push(known);
      }
    }
  }
  expect(told).toEqual([]);
}, 300_000);

test("a text that is no nodeId names nothing, and 100 are looked for at most", async () => {
  for (const nodeId of ["", "x", mine.ids.booking, btoa(`Query:${mine.ids.booking}`)]) {
    expect(await said(nodeId, "nodeId", mine.owner.token)).toContain('{"node":null}');
  }
  const query = "query ($nodeIds: [ID!]!) { nodes(nodeIds: $nodeIds) { nodeId } }";
  expect(await refused({ query, variables: { nodeIds: Array(101).fill("x") } })).toBe(
    "INVALID_INPUT",
  );
});

test("the spelling of an id does not matter", async () => {
  const id = mine.ids.booking.toUpperCase();
  expect(await said(nodeIdOf({ type: "Booking", id }), "nodeId", mine.owner.token)).toContain(
    nodeIdOf({ type: "Booking", id: mine.ids.booking }),
  );
});

test("an app finds what its scopes open, and is told nothing of the rest", async () => {
  const { owner } = mine;
  const tokenFor = async (scopes: readonly string[]) => {
    const { createPersonalToken } = await demand({
      query: `mutation ($input: CreatePersonalTokenInput!) { createPersonalToken(input: $input) { secret } }`,
      variables: { input: { name: "Nodes", scopes, lifetimeDays: 1 } },
      token: owner.token,
    });
    return createPersonalToken.secret as string;
  };
  const reader = await tokenFor(["bookings:read"]);
  const bare = await tokenFor(["hosts.name:read"]);
  const read = "nodeId ... on Booking { startAt }";
  expect(await said(nodeIn("Booking", myIds), read, reader)).toContain('"startAt":"');
  // Sessions are closed to every app, notes too; hours need another scope.
  for (const type of [
    "Session",
    "BookingNote",
    "Schedule",
    "Absence",
    "Delivery",
    "CalendarFeed",
  ]) {
    expect([type, await said(nodeIn(type, myIds), "nodeId", reader)]).toEqual([
      type,
      await said(nodeIdOf({ type, id: randomUUID() }), "nodeId", reader),
    ]);
  }
  for (const type of types.filter(({ name }) => !open.includes(name) && name !== "Account")) {
    const known = await said(nodeIn(type.name, myIds), "nodeId", bare);
    expect([type.name, known]).toEqual([
      type.name,
      await said(nodeIdOf({ type: type.name, id: randomUUID() }), "nodeId", bare),
    ]);
    expect(known).toContain('{"node":null}');
  }
  // To select what no scope opens is refused as in every other query.
  const denied = await said(nodeIn("Booking", myIds), read, bare);
  expect(denied).toContain("FORBIDDEN");
  expect(denied).not.toContain("startAt");
});
