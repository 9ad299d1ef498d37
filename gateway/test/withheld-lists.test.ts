import { beforeAll, expect, test } from "vitest";
import { ask } from "./support/ask.ts";
import { openStage, type Stage } from "./support/bookings.ts";
import { register, type Person } from "./support/people.ts";

let stage: Stage;
let stranger: Person;

beforeAll(async () => {
  stage = await openStage("Lovis");
  stranger = await register("Stina");
});

const query = `query ($id: ID!) { organizationById(id: $id) {
  members(first: 1) { nodes { accountId } } invitations(first: 1) { nodes { id } } } }`;
const whole = (coordinate: string) => ({
  coordinate,
  action: "hide",
  reason: "NOT_FOR_AUDIENCE",
  remedy: null,
  remedyCode: null,
  remedyParameters: null,
});

test("a list that is withheld whole has an entry, and one that is read has not", async () => {
  const variables = { id: stage.organization.id };
  const foreign = await ask({ query, variables, token: stranger.token });
  expect(foreign.data.organizationById).toEqual({ members: null, invitations: null });
  const lists = [whole("Organization.members"), whole("Organization.invitations")];
  const withheld = foreign.extensions?.privacy?.withheld as unknown[];
  expect(withheld).toEqual(expect.arrayContaining(lists));
  expect(withheld).toHaveLength(2);
  const visitor = await ask({ query, variables });
  expect(visitor.extensions?.privacy?.withheld).toEqual({ count: 2 });
  const own = await ask({ query, variables, token: stage.host.token });
  expect(own.data.organizationById.members.nodes).toHaveLength(1);
  expect(JSON.stringify(own.extensions?.privacy ?? {})).not.toContain("Organization.members");
});
