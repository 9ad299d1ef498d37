import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { parseEnvelope } from "../define/envelope.ts";
import { catalogue } from "./index.ts";

const fixtures = new URL("../../fixtures/", import.meta.url);
const files = await readdir(fixtures);

// A fixture is what an older process has told, and stays in streams and outboxes for a month. It is
// never changed: a field that cannot be read any more needs a new version and a new fixture.
test.each(files)("what %s holds can still be read, and nothing of it is lost", async (file) => {
  const bytes = await readFile(new URL(file, fixtures));
  const envelope = parseEnvelope(bytes);
  const definition = catalogue.find(({ type }) => type === envelope?.type);
  expect(`${envelope?.type}.v${envelope?.schemaVersion}.json`).toBe(file);
  expect(definition!.version).toBeGreaterThanOrEqual(envelope!.schemaVersion);
  expect(envelope).toEqual(JSON.parse(bytes.toString()));
  expect(definition!.schema.parse(envelope!.data)).toEqual(envelope!.data);
});

test.each(catalogue)("$type has a fixture of each of its versions", ({ type, version }) => {
  const versions = Array.from({ length: version }, (_, index) => `${type}.v${index + 1}.json`);
  expect(files).toEqual(expect.arrayContaining(versions));
});

test("no two events have the same type", () => {
  expect(new Set(catalogue.map(({ type }) => type)).size).toBe(catalogue.length);
});

test("a receiver drops fields that a newer teller adds", () => {
  const registered = catalogue.find(({ type }) => type === "identity.account.verified")!;
  const accountId = "01920000-0000-7000-8000-000000000001";
  expect(registered.schema.parse({ accountId, news: 1 })).toEqual({ accountId });
});
