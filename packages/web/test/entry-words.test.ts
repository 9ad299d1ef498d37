import { readdirSync, readFileSync } from "node:fs";
import { Kind, parse, visit } from "graphql";
import { expect, test } from "vitest";
import { entry } from "../src/words/entry.en.ts";

const family = /^(entry|public\/(log-in|sign-up|verify|recover|invitation|change-email|enrol))\//;
const source = new URL("../src/", import.meta.url);
const documents = readdirSync(source, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith(".graphql") && family.test(name));
const schema = parse(readFileSync(new URL("../../client/schema.graphql", import.meta.url), "utf8"));

// Swedish has the same words as English: words.test.ts.
test.each(mutations())("check 60: what %s may answer has words, code by code", (mutation) => {
  const known = { ...entry.errors, ...entry.mistakes, INVALID_INPUT: "", RATE_LIMITED: "" };
  expect(codesOf(mutation).filter((code) => !Object.hasOwn(known, code))).toEqual([]);
});

test("codes are found in the descriptions", () => {
  expect(codesOf("logIn")).toEqual(["LOGIN_FAILED", "EMAIL_NOT_VERIFIED", "RATE_LIMITED"]);
});

function mutations(): readonly string[] {
  const names = documents.flatMap((name) => {
    const found: string[] = [];
    visit(parse(readFileSync(new URL(name, source), "utf8")), {
      OperationDefinition: ({ operation, selectionSet }) => {
        if (operation !== "mutation") return;
        const fields = selectionSet.selections.filter((each) => each.kind === Kind.FIELD);
        found.push(...fields.map((field) => field.name.value));
      },
    });
    return found;
  });
  return [...new Set(names)].sort();
}

function codesOf(mutation: string): readonly string[] {
  const type = schema.definitions.find(
    (each) => each.kind === Kind.OBJECT_TYPE_DEFINITION && each.name.value === "Mutation",
  );
  if (type?.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
  const field = type.fields?.find(({ name }) => name.value === mutation);
  const [, errors = ""] = (field?.description?.value ?? "").split(/Errors:|Codes:/);
  return [...new Set(errors.match(/\b[A-Z]{3,}(?:_[A-Z]+)+\b|\bFORBIDDEN\b/g) ?? [])];
}
