import { nodeIdOf } from "@tidbok/domain";
import {
  getNamedType,
  isCompositeType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
} from "graphql";
import { beforeAll, expect, test } from "vitest";
import { ask, demand } from "./support/ask.ts";
import { kindOf } from "./support/by-id.ts";
import { filledArguments } from "./support/filled-arguments.ts";
import { schemaFor } from "./support/graph-schema.ts";
import { offerMeeting } from "./support/offers.ts";
import { openTenant, type Tenant } from "./support/tenant.ts";

// What members, admins and owners alone may read is closed to an app of an owner, unless a scope opens it. The
// scope of names lets the app read the names that a visitor reads, too; so both are told the same of everything.
let tenant: Tenant;
let token: string;
/** Arguments that are no ids. */
let named: Readonly<Record<string, Readonly<Record<string, string>>>>;
beforeAll(async () => {
  tenant = await openTenant("Sigrid");
  const { owner, ids, stage } = tenant;
  const { policy } = await demand({ query: "{ policy { hash } }" });
  named = {
    "Query.organization": { slug: stage.organization.slug },
    "Query.policyByHash": { hash: policy.hash },
    "Query.node": { nodeId: nodeIdOf({ type: "MeetingType", id: ids.meetingType }) },
    "Organization.meetingType": { slug: stage.meetingType.slug },
  };
  for (const changes of [{ visibility: "LINK_ONLY" }, { visibility: "HIDDEN" }]) {
    const location = { kind: "ONLINE", text: "https://meet.example/secret-room" };
    await offerMeeting(owner, ids.organization, { ...changes, location });
  }
  const { createPersonalToken } = await demand({
    query: `mutation ($input: CreatePersonalTokenInput!) { createPersonalToken(input: $input) { secret } }`,
    variables: { input: { name: "Names", scopes: ["hosts.name:read"], lifetimeDays: 1 } },
    token: owner.token,
  });
  token = createPersonalToken.secret;
});

/** A field, and the fields that lead from Query to it. */
type Step = {
  readonly type: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
};

test("an app without scopes is told of every field what a visitor is told", async () => {
  const query = (await schemaFor(token)).getQueryType();
  if (!query) throw new Error("there is no Query");
  const walked = new Set<string>();
  const compared: unknown[] = [];
  const expected: unknown[] = [];
  const walk = async (type: GraphQLObjectType, path: readonly Step[]): Promise<void> => {
    if (walked.has(type.name)) return;
    walked.add(type.name);
    for (const field of Object.values(type.getFields())) {
      const steps = [...path, { type, field }];
      const visitor = await valueFor(steps, undefined);
      compared.push([nameOf(steps), await valueFor(steps, token)]);
      expected.push([nameOf(steps), visitor]);
      const inner = getNamedType(field.type);
      // What a visitor sees nothing of is compared, and leads nowhere.
      if (isObjectType(inner) && visitor.length > 0) await walk(inner, steps);
    }
  };
  await walk(query, []);
  expect(compared).toEqual(expected);
  // The walk came to what is public, by the organization's list as well.
  expect([...walked]).toEqual(
    expect.arrayContaining([
      "Organization",
      "MeetingType",
      "Slot",
      "RoutingForm",
      "App",
      "Account",
    ]),
  );
});

const nameOf = (steps: readonly Step[]) =>
  steps.map(({ type, field }) => `${type.name}.${field.name}`).join(" > ");

/** All values at the end of the steps, in the order of the answer; what is null or refused is left out. */
async function valueFor(steps: readonly Step[], token: string | undefined): Promise<unknown[]> {
  const heads: string[] = [];
  const variables: Record<string, unknown> = {};
  const text = steps.reduceRight((inner, { type, field }, depth) => {
    const idFor = (path: string) => tenant.ids[kindOf({ type: type.name, field, path })];
    const filled = filledArguments(field, { path: "", idFor });
    const given = Object.entries({ ...filled, ...named[`${type.name}.${field.name}`] });
    const args = given.map(([name, value]) => {
      variables[`${name}${depth}`] = value;
      const declared = field.args.find((each) => each.name === name);
      heads.push(`$${name}${depth}: ${String(declared?.type)}`);
      return `${name}: $${name}${depth}`;
    });
    return `{ ${field.name}${args.length > 0 ? `(${args.join(", ")})` : ""} ${inner} }`;
  }, selectionAtEnd(steps));
  const query = `query${heads.length > 0 ? `(${heads.join(", ")})` : ""} ${text}`;
  const answer = await ask({ query, variables, ...(token !== undefined && { token }) });
  const unknown = answer.errors?.find(({ extensions }) => !told.includes(extensions.code));
  if (unknown) throw new Error(`${nameOf(steps)}: ${JSON.stringify(unknown)}`);
  return steps.reduce<unknown[]>(
    (values, { field }) =>
      values.flatMap((value) => (value as Record<string, unknown> | null)?.[field.name] ?? []),
    [answer.data],
  );
}

// How a caller is told that a field is not for it.
const told = ["FORBIDDEN", "UNAUTHENTICATED", "NOT_FOUND"];

function selectionAtEnd(steps: readonly Step[]): string {
  const last = steps.at(-1);
  return last && isCompositeType(getNamedType(last.field.type)) ? "{ __typename }" : "";
}
