import { readFile } from "node:fs/promises";
import { openSupergraph } from "@tidbok/minimization";
import { buildASTSchema, getIntrospectionQuery, parse } from "graphql";
import { expect, test } from "vitest";
import { createCostOf } from "./create-cost-of.ts";
import { maxCost } from "./max-cost.ts";
import { readCosts } from "./read-costs.ts";

const file = new URL("../../supergraph.graphql", import.meta.url);
const { supergraphSdl } = openSupergraph(await readFile(file, "utf8"));
const schema = buildASTSchema(parse(supergraphSdl), { assumeValidSDL: true });
const costOf = createCostOf(readCosts(supergraphSdl));

function cost(text: string, variables: object = {}): number {
  return costOf({
    schema,
    document: parse(text),
    operationName: null,
    variables: variables as Record<string, unknown>,
  });
}

const history = (first: string, before = "") => `${before} {
  hostedBookings(first: ${first}) { nodes { history(first: ${first}) { nodes { kind fromHost { id } } } } } }`;

test("a variable costs what the same number costs as a literal", () => {
  const literal = cost(history("100"));
  expect(literal).toBeGreaterThan(maxCost);
  expect(cost(history("$n", "query ($n: Int)"), { n: 100 })).toBe(literal);
});

test("the default of a variable counts, and a variable that is left out counts as a usual page", () => {
  expect(cost(history("$n", "query ($n: Int = 100)"))).toBe(cost(history("100")));
  expect(cost(history("$n", "query ($n: Int)"))).toBe(cost(history("25")));
  expect(cost(history("$n", "query ($n: Int)"), { n: null })).toBe(cost(history("25")));
});

test("a page that no service would give costs no more than the longest page", () => {
  expect(cost(history("2000000000"))).toBe(cost(history("100")));
  expect(cost(history("-5"))).toBeLessThan(cost(history("1")));
});

test("a list without `first` counts as its declared size", () => {
  const one = cost(`{ booking(id: "1") { id } }`);
  expect(cost(`{ booking(id: "1") { attendees { answers { text } } } }`)).toBe(one + 5 * (1 + 5));
});

test("what is left out by a variable costs nothing", () => {
  const text = `query ($deep: Boolean!) { booking(id: "1") { id attendees @include(if: $deep) { id } } }`;
  expect(cost(text, { deep: true })).toBe(cost(text, { deep: false }) + 5);
});

test("each alias of slots costs as much as the first", () => {
  const slots = (names: string) =>
    `{ meetingType(id: "1") { ${names
      .split(" ")
      .map(
        (name) =>
          `${name}: slots(from: "2027-01-01", to: "2027-01-31", timeZone: "UTC") { slots { startAt } }`,
      )
      .join(" ")} } }`;
  const [one, two] = [cost(slots("a")), cost(slots("a b"))];
  expect(two - one).toBe(one - 1);
  expect(cost(slots("a b c d e f"))).toBeGreaterThan(maxCost);
});

test("the usual question about the whole schema is answered, and two of it in one operation are not", () => {
  for (const options of [
    {},
    {
      schemaDescription: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      inputValueDeprecation: true,
    },
  ]) {
    expect(cost(getIntrospectionQuery(options))).toBeGreaterThan(2_000);
    expect(cost(getIntrospectionQuery(options))).toBeLessThan(4_000);
  }
  const text = getIntrospectionQuery();
  const whole = text.slice(
    text.indexOf("__schema"),
    text.lastIndexOf("}", text.indexOf("fragment ")),
  );
  const again = text.replace(whole, `${whole} again: ${whole}`);
  expect(again.match(/__schema/g)).toHaveLength(2);
  expect(cost(again)).toBeGreaterThan(maxCost);
});

test("aliases below the schema cost as much as their answer, in a row and within each other", () => {
  const aliases = (count: number, text: string) =>
    Array.from({ length: count }, (_, n) => `a${n}: ${text}`).join(" ");
  const row = `{ __schema { ${aliases(15, "types { ...T }")} } }
    fragment T on __Type { name description fields { name description type { name ofType { name } } args { name } } }`;
  expect(cost(row)).toBeGreaterThan(maxCost);
  const nested = `{ __schema { ${aliases(5, "mutationType { ...A }")} } }
    fragment A on __Type { ${aliases(5, "fields { type { ofType { ...B } } }")} }
    fragment B on __Type { ${aliases(5, "fields { name }")} }`;
  expect(cost(nested)).toBeGreaterThan(maxCost);
  const descriptions = `{ __schema { types { fields { ${aliases(15, "description")} args { ...D } } inputFields { ...D } } } }
    fragment D on __InputValue { type { name } ...E } fragment E on __InputValue { ${aliases(15, "description")} }`;
  expect(cost(descriptions)).toBeGreaterThan(
    cost("{ __schema { types { fields { description } } } }") * 10,
  );
  expect(cost(`{ __type(name: "Booking") { name fields { name } } }`)).toBeLessThan(50);
});

test("fragments count wherever they are spread", () => {
  const spread = `{ booking(id: "1") { ...A ... on Booking { ...A } } } fragment A on Booking { attendees { id } }`;
  expect(cost(spread)).toBe(1 + 2 * 5);
});

test("a list of 25 bookings with attendees, answers, hosts and guests is well within the limit", () => {
  const honest = `{ hostedBookings(first: 25) { pageInfo { endCursor hasNextPage } nodes {
    id startAt endAt state meetingType { id title } hosts { id displayName }
    attendees { id name email phone timeZone answers { question { label } text } }
    guests { id } location { text } } } }`;
  expect(cost(honest)).toBeLessThan(maxCost / 2);
});

test("fragments that unfold to millions of fields are not counted to their end", () => {
  const bomb = Array.from(
    { length: 24 },
    (_, n) => `fragment F${n} on Account { ${n === 23 ? "id" : `...F${n + 1} ...F${n + 1}`} }`,
  ).join(" ");
  expect(cost(`{ me { ...F0 } } ${bomb}`)).toBe(Number.POSITIVE_INFINITY);
});
