import { scopeNames } from "@tidbok/domain";
import {
  buildClientSchema,
  getIntrospectionQuery,
  isEnumType,
  isScalarType,
  printSchema,
  validateSchema,
  type IntrospectionOptions,
  type IntrospectionQuery,
} from "graphql";
import { expect, test } from "vitest";
import { ask, demand } from "./support/ask.ts";

const all: IntrospectionOptions = {
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
};

async function schemaBy(options: IntrospectionOptions) {
  return buildClientSchema(
    (await demand({ query: getIntrospectionQuery(options) })) as IntrospectionQuery,
  );
}

test.each([
  ["no option", {}],
  ...Object.keys(all).map((name) => [name, { [name]: true }] as const),
  ["all options", all],
] as const)("graphql-js reads the schema with %s", async (_, options) => {
  const schema = await schemaBy(options);
  expect(validateSchema(schema)).toEqual([]);
  expect(printSchema(schema)).toContain("type Query {");
});

test("each scalar says by which specification it is written, and each input whether it takes one field", async () => {
  const schema = await schemaBy(all);
  const urls = ["Date", "DateTime", "LocalTime"].map((name) => {
    const type = schema.getType(name);
    return isScalarType(type) ? type.specifiedByURL : null;
  });
  expect(urls.map((url) => URL.canParse(url ?? ""))).toEqual([true, true, true]);
  const { __type } = await demand({
    query: `{ __type(name: "LogInInput") { isOneOf inputFields(includeDeprecated: true) { name isDeprecated deprecationReason } } }`,
  });
  expect(__type.isOneOf).toBe(false);
  expect(__type.inputFields.length).toBeGreaterThan(1);
});

test("every caller reads all codes of errors, with words, status and whether to come again", async () => {
  const { errorCodes, __type } = await demand({
    query: `{ errorCodes { code meaning httpStatus isRetryable }
      __type(name: "ErrorCode") { enumValues { name description } } }`,
  });
  expect(errorCodes.map(({ code }: { code: string }) => code)).toEqual(
    __type.enumValues.map(({ name }: { name: string }) => name),
  );
  for (const { meaning } of errorCodes) expect(meaning).toMatch(/^.{10,}\.$/);
  for (const [code, httpStatus, isRetryable] of [
    ["INVALID_INPUT", 400, false],
    ["UNAUTHENTICATED", 401, false],
    ["COST_BUDGET_SPENT", 429, true],
    ["SLOT_TAKEN", 200, false],
    ["SERVICE_UNAVAILABLE", 503, true],
  ]) {
    expect(errorCodes).toContainEqual(expect.objectContaining({ code, httpStatus, isRetryable }));
  }
});

test("every caller reads all scopes, in the words of the consent page and with what they open", async () => {
  const { data, extensions } = await ask({
    query: `{ scopes { name en: description sv: description(locale: "sv-SE") isProtected opens categories } }`,
  });
  expect(data.scopes.map(({ name }: { name: string }) => name)).toEqual(scopeNames);
  expect(data.scopes).toContainEqual({
    name: "attendees.email:read",
    en: "See the e-mail addresses of people who book with you",
    sv: "Se e-postadresser till dem som bokar hos dig",
    isProtected: true,
    opens: [],
    categories: ["ATTENDEE_EMAIL"],
  });
  for (const { opens, categories } of data.scopes) {
    expect(opens.length + categories.length).toBeGreaterThan(0);
  }
  const { requested } = extensions?.["cost"] as { requested: number };
  expect(requested).toBeLessThan(200);
});

test("an enum of the schema holds a code that an error has", async () => {
  const schema = await schemaBy({});
  const type = schema.getType("ErrorCode");
  const { errors } = await ask({ query: "{ nothing }" });
  expect(isEnumType(type) && type.getValue(errors?.[0]?.extensions.code ?? "")).toBeTruthy();
});
