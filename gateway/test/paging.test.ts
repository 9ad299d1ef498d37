import { getNamedType, isObjectType } from "graphql";
import { beforeAll, expect, test } from "vitest";
import { ask, demand, refused } from "./support/ask.ts";
import { attemptAt, book } from "./support/bookings.ts";
import { schemaFor } from "./support/graph-schema.ts";
import { offerMeeting } from "./support/offers.ts";
import { logIn } from "./support/people.ts";
import { openTenant, type Tenant } from "./support/tenant.ts";

// Every list is read from both ends, as the GraphQL Cursor Connections specification has it.
let tenant: Tenant;
beforeAll(async () => {
  tenant = await openTenant("Paginia");
  const { owner, ids, stage } = tenant;
  for (const slot of [8, 10]) await book(attemptAt(stage, stage.slots[slot] ?? ""));
  for (const _ of [1, 2]) await offerMeeting(owner, ids.organization);
  for (const day of ["2027-04-01", "2027-04-02"]) {
    const input = { organizationId: ids.organization, startsOn: day, endsOn: day };
    await demand({
      query: "mutation ($input: CreateAbsenceInput!) { createAbsence(input: $input) { id } }",
      variables: { input },
      token: owner.token,
    });
  }
  await logIn(owner);
});

const page = "{ edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }";
const inOrganization = (list: string) => ({
  text: `organizationById(id: $organization) { list: ${list} ${page} }`,
  name: list,
});
const lists = [
  ...[
    "members",
    "invitations",
    "changes",
    "deliveries",
    "schedules",
    "meetingTypes",
    "routingForms",
  ],
  ...["absences", "blockedTimes"],
].map((name) => inOrganization(`${name}(ARGS)`));
const all = [
  ...lists,
  ...["NEWEST", "START", "START_LATEST"].map((order) =>
    inOrganization(`bookings(orderBy: ${order}, ARGS)`),
  ),
  ...["hostedBookings(ARGS)", "sessions(ARGS)", "policies(ARGS)"].map((name) => ({
    text: `list: ${name} ${page}`,
    name,
  })),
  ...["history(ARGS)", "notes(ARGS)", "deliveries(ARGS)"].map((list) => ({
    text: `booking(id: $booking) { list: ${list} ${page} }`,
    name: `booking ${list}`,
  })),
  {
    text: `meetingType(id: $meetingType) { list: bookingLinks(ARGS) ${page} }`,
    name: "bookingLinks",
  },
  { text: `me { list: supportAccesses(ARGS) ${page} }`, name: "supportAccesses" },
];

test("every list takes first and after, last and before", async () => {
  const schema = await schemaFor(tenant.owner.token);
  const wanting = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type)
      ? Object.values(type.getFields())
          .filter((field) => getNamedType(field.type).name.endsWith("Connection"))
          .filter(({ args }) =>
            ["first", "after", "last", "before"].some(
              (each) => !args.some(({ name }) => name === each),
            ),
          )
          .map(({ name }) => `${type.name}.${name}`)
      : [],
  );
  expect(wanting).toEqual([]);
});

test.each(all)("$name has the same rows from both ends", async ({ text }) => {
  const { owner, ids } = tenant;
  const read = async (args: string) => {
    const { organization, booking, meetingType } = ids;
    const used = Object.entries({ organization, booking, meetingType }).filter(([name]) =>
      text.includes(`$${name}`),
    );
    const heads = used.map(([name]) => `$${name}: ID!`).join(", ");
    const data = await demand({
      query: `query${heads && `(${heads})`} { ${text.replace("ARGS", args)} }`,
      variables: Object.fromEntries(used),
      token: owner.token,
    });
    return data.list ?? (Object.values(data)[0] as { list: typeof data }).list;
  };
  const whole = await read("first: 100");
  const cursors: string[] = whole.edges.map(({ cursor }: { cursor: string }) => cursor);
  expect(cursors.length).toBeGreaterThan(0);
  const forward: string[] = [];
  for (let after = ""; forward.length < cursors.length;) {
    const { edges, pageInfo } = await read(`first: 1${after}`);
    forward.push(edges[0].cursor);
    expect(pageInfo.hasNextPage).toBe(forward.length < cursors.length);
    expect(pageInfo.hasPreviousPage).toBe(forward.length > 1);
    after = `, after: "${pageInfo.endCursor}"`;
  }
  const backward: string[] = [];
  for (let before = ""; backward.length < cursors.length;) {
    const { edges, pageInfo } = await read(`last: 1${before}`);
    backward.push(edges[0].cursor);
    expect(pageInfo.hasPreviousPage).toBe(backward.length < cursors.length);
    expect(pageInfo.hasNextPage).toBe(backward.length > 1);
    before = `, before: "${pageInfo.startCursor}"`;
  }
  expect(forward).toEqual(cursors);
  expect(backward).toEqual(cursors.toReversed());
});

// The caller may see every row of these lists. A count of another list would tell how many rows are hidden.
const counted = [
  ...["members", "invitations", "apps", "meetingTypes", "routingForms"].map((name) =>
    inOrganization(`${name}(ARGS)`),
  ),
  ...["sessions(ARGS)", "policies(ARGS)", "appsWithAccess(ARGS)"].map((name) => ({
    text: `list: ${name} ${page}`,
    name,
  })),
  { text: `me { list: supportAccesses(ARGS) ${page} }`, name: "supportAccesses" },
];

test.each(counted)("$name says how many rows it has, whatever the page", async ({ text }) => {
  const { owner, ids } = tenant;
  const ask = async (args: string) => {
    const isOf = text.includes("$organization");
    const data = await demand({
      query: `query${isOf ? "($organization: ID!)" : ""} { ${text
        .replace("ARGS", args)
        .replace("{ edges", "{ totalCount edges")} }`,
      ...(isOf && { variables: { organization: ids.organization } }),
      token: owner.token,
    });
    return data.list ?? (Object.values(data)[0] as { list: typeof data }).list;
  };
  const whole = await ask("first: 100");
  expect(whole.totalCount).toBe(whole.edges.length);
  expect((await ask("first: 1")).totalCount).toBe(whole.totalCount);
});

test("every list with a totalCount is counted here, and costs more with it", async () => {
  const schema = await schemaFor(tenant.owner.token);
  const lists = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type)
      ? Object.values(type.getFields()).filter((field) => {
          const named = getNamedType(field.type);
          return isObjectType(named) && "totalCount" in named.getFields();
        })
      : [],
  );
  expect(lists.map(({ name }) => name).toSorted()).toEqual(
    counted.map(({ name }) => name.replace("(ARGS)", "")).toSorted(),
  );
  const costOf = async (fields: string) => {
    const { extensions } = await ask({ query: `{ policies(first: 1) { ${fields} } }` });
    return (extensions as { cost: { requested: number } }).cost.requested;
  };
  expect(await costOf("totalCount __typename")).toBeGreaterThan(await costOf("__typename"));
});

test("a visitor's count of meeting types is that of the listed ones", async () => {
  const { owner, ids } = tenant;
  const count = async (token?: string) => {
    const { organizationById } = await demand({
      query: `query ($id: ID!) { organizationById(id: $id) { meetingTypes { totalCount nodes { id } } } }`,
      variables: { id: ids.organization },
      ...(token && { token }),
    });
    expect(organizationById.meetingTypes.nodes).toHaveLength(
      organizationById.meetingTypes.totalCount,
    );
    return organizationById.meetingTypes.totalCount as number;
  };
  const input = { meetingTypeId: ids.meetingType, visibility: "LINK_ONLY" };
  await demand({
    query: `mutation ($input: UpdateMeetingTypeInput!) { updateMeetingType(input: $input) { id } }`,
    variables: { input },
    token: owner.token,
  });
  expect(await count()).toBeLessThan(await count(owner.token));
});

test("a page is read from one end only", async () => {
  expect(await refused({ query: "{ policies(first: 1, last: 1) { nodes { version } } }" })).toBe(
    "INVALID_INPUT",
  );
});
