import { getNamedType, isObjectType } from "graphql";
import { beforeAll, expect, test } from "vitest";
import { demand, refused } from "./support/ask.ts";
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

test("a page is read from one end only", async () => {
  expect(await refused({ query: "{ policies(first: 1, last: 1) { nodes { version } } }" })).toBe(
    "INVALID_INPUT",
  );
});
