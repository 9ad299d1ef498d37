import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { readFile } from "node:fs/promises";
import type { GatewayExecutor } from "@apollo/server-gateway-interface";
import {
  openToApps,
  scopeNames,
  scopeObstacle,
  scopes,
  serviceNames,
  type Caller,
  type Scope,
} from "@tidbok/domain";
import { openSupergraph, type Rules } from "@tidbok/minimization";
import { createCallerSigner } from "@tidbok/service";
import {
  getNamedType,
  getOperationAST,
  isLeafType,
  isObjectType,
  Kind,
  parse,
  type GraphQLField,
  type ObjectTypeDefinitionNode,
} from "graphql";
import { exportJWK, generateKeyPair } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createContext } from "../context.ts";
import { connectServices, type ServiceConnections } from "../service-connections.ts";
import { createBudgets } from "../cost/create-budgets.ts";
import { createCostCheck } from "../cost/create-cost-check.ts";
import { createCostOf } from "../cost/create-cost-of.ts";
import { readCosts } from "../cost/read-costs.ts";
import { createMinimizingExecutor } from "./create-minimizing-executor.ts";
import { openSupergraphDoor, type SupergraphDoor } from "./open-supergraph-door.ts";

let door: SupergraphDoor;
let services: ServiceConnections;
let execute: GatewayExecutor;
let rules: Rules;
let supergraph: string;
let reached = 0;
const nobody = createServer((_, response) => {
  reached += 1;
  response.setHeader("content-type", "application/json").end(JSON.stringify({ data: null }));
});

beforeAll(async () => {
  await new Promise<void>((listening) => nobody.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(nobody.address() as AddressInfo).port}/graphql`;
  services = connectServices(
    Object.fromEntries(serviceNames.map((name) => [name, url])) as Record<
      (typeof serviceNames)[number],
      string
    >,
  );
  const { privateKey } = await generateKeyPair("EdDSA", { extractable: true });
  const callerKey = { ...(await exportJWK(privateKey)), kid: "test" };
  const signCaller = createCallerSigner(() => callerKey);
  const sdl = await readFile(new URL("../../supergraph.graphql", import.meta.url), "utf8");
  const opened = openSupergraph(sdl);
  ({ rules, supergraphSdl: supergraph } = opened);
  door = await openSupergraphDoor(supergraph, { services, signCaller });
  const checkCost = createCostCheck({
    costOf: createCostOf(readCosts(supergraph)),
    budgets: createBudgets(1_000),
  });
  execute = createMinimizingExecutor({ rules, checkCost, execute: door.execute });
});
afterAll(async () => {
  await door.close();
  await services.close();
  await new Promise((closed) => nobody.close(closed));
});

const app = (held: readonly string[]): Caller => ({
  kind: "client",
  clientId: "01920000-0000-7000-8000-000000000060",
  accountId: "01920000-0000-7000-8000-000000000001",
  memberships: [],
  scopes: held,
  purpose: "provide.integrate",
});

/** The smallest operation that asks for a field, with its arguments as variables that nobody gives. */
function operationFor(
  root: "query" | "mutation",
  { name, args, type }: GraphQLField<unknown, unknown>,
) {
  const variables = args.map((each) => `$${each.name}: ${each.type}`).join(", ");
  const given = args.map((each) => `${each.name}: $${each.name}`).join(", ");
  const selection = isLeafType(getNamedType(type)) ? "" : "{ __typename }";
  return `${root}${variables && `(${variables})`} { ${name}${given && `(${given})`} ${selection} }`;
}

async function codeFor(query: string, held: readonly string[]) {
  const document = parse(query);
  const { errors } = await execute({
    schema: door.apiSchema,
    document,
    operation: getOperationAST(document),
    queryHash: query,
    request: { query, variables: {} },
    context: createContext(app(held), { requestId: "test" }),
    cache: {},
    logger: console,
    metrics: {},
    overallCachePolicy: {},
  } as never);
  const [error] = errors ?? [];
  const origin = (error as { originalError?: { code?: string } } | undefined)?.originalError;
  return origin?.code;
}

// A service that only names objects of the type, for `Query.node`, gives it no fields.
function isOfSeveral({ directives = [] }: ObjectTypeDefinitionNode): boolean {
  const resolving = directives.filter(
    ({ name, arguments: given = [] }) =>
      name.value === "join__type" &&
      given.some((each) => each.name.value === "key") &&
      !given.some((each) => each.name.value === "resolvable"),
  );
  return resolving.length > 1;
}

function fieldsOpenedBy(scope: Scope): readonly GraphQLField<unknown, unknown>[] {
  return scopes[scope].opens.flatMap((each) => {
    const [type = "", field] = each.split(".");
    const found = door.apiSchema.getType(type);
    const fields = isObjectType(found) ? Object.values(found.getFields()) : [];
    return fields.filter(({ name }) => field === undefined || field === name);
  });
}

const roots = () => [
  ["mutation", Object.values(door.apiSchema.getMutationType()?.getFields() ?? {})] as const,
  ["query", Object.values(door.apiSchema.getQueryType()?.getFields() ?? {})] as const,
];

test("refuses every mutation and query to every scope that does not open it, and asks no service", async () => {
  let refused = 0;
  for (const [root, fields] of roots()) {
    for (const field of fields) {
      const coordinate = `${root === "query" ? "Query" : "Mutation"}.${field.name}`;
      for (const held of [[], ...scopeNames.map((name) => [name])]) {
        const [name] = held;
        const opens = name !== undefined && scopes[name].opens.some((each) => each === coordinate);
        const before = reached;
        const code = await codeFor(operationFor(root, field), held);
        if (opens || openToApps.includes(coordinate))
          expect([coordinate, held, code]).not.toContain("FORBIDDEN");
        else {
          refused += 1;
          expect([coordinate, held, code, reached]).toEqual([
            coordinate,
            held,
            "FORBIDDEN",
            before,
          ]);
        }
      }
    }
  }
  expect(refused).toBeGreaterThan(400);
});

test("opens only what exists, and about which the data map does not decide", () => {
  for (const name of [...scopeNames.flatMap((name) => scopes[name].opens), ...openToApps]) {
    const [type = "", field] = name.split(".");
    const found = door.apiSchema.getType(type);
    const fields = Object.keys(found && "getFields" in found ? found.getFields() : {});
    const named = fields.filter((each) => field === undefined || each === field);
    const isClassified = (each: string) => rules.fields.has(`${type}.${each}`);
    expect([name, named.length > 0 && !named.every(isClassified)]).toEqual([name, true]);
  }
});

test("opens a type together with the field that leads to it, so that a scope gives what it promises", () => {
  const useless = scopeNames.flatMap((scope) => {
    const isOpen = (coordinate: string) => scopeObstacle(app([scope]), coordinate) === null;
    return fieldsOpenedBy(scope).filter((field) => {
      const type = getNamedType(field.type);
      if (!isObjectType(type)) return false;
      return !Object.keys(type.getFields()).some((name) => {
        const coordinate = `${type.name}.${name}`;
        return rules.fields.has(coordinate) || isOpen(coordinate);
      });
    });
  });
  expect(useless.map(({ name }) => name)).toEqual([]);
});

test("opens types that several services know field by field, so that a new field is closed", () => {
  const opened = new Set([...scopeNames.flatMap((name) => scopes[name].opens), ...openToApps]);
  const several = parse(supergraph).definitions.flatMap((each) =>
    each.kind === Kind.OBJECT_TYPE_DEFINITION && isOfSeveral(each) ? [each.name.value] : [],
  );
  expect(several).toContain("Organization");
  expect(several.filter((name) => opened.has(name))).toEqual([]);
});

test("refuses the whole of a mutation, and a query of which nothing is left, by whatever name, fragment or variable a part of it is hidden", async () => {
  const id = "01920000-0000-7000-8000-000000000099";
  const read = ["bookings:read", "profile:read"];
  const cancel = `cancelBooking(input: { bookingId: "${id}" }) { id }`;
  const before = reached;
  for (const query of [
    `mutation { me: ${cancel} }`,
    `mutation { ...Hidden } fragment Hidden on Mutation { ${cancel} }`,
    `mutation { ... on Mutation { ${cancel} } }`,
    `mutation { ... @skip(if: true) { ${cancel} } }`,
    `query { organization(slug: "acme") { ...Part } } fragment Part on Organization { schedules { nodes { id } } }`,
  ]) {
    expect([query, await codeFor(query, read)]).toEqual([query, "FORBIDDEN"]);
  }
  expect(reached).toBe(before);
});
