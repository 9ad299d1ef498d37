import { dataCategories, dataMap } from "@tidbok/minimization";
import { buildSchema, isEnumType } from "graphql";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describeCollected } from "./collected-data.ts";

const all = describeCollected(
  dataCategories.map((category) => ({ category, coordinates: [], ...dataMap[category] })),
);

test("every row of the data map can be written with the schema's enums, and has a retention in words", () => {
  const sdl = readFileSync(new URL("../../schema.graphql", import.meta.url), "utf8");
  const schema = buildSchema(sdl, { assumeValidSDL: true });
  const values = (name: string) => {
    const type = schema.getType(name);
    return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
  };
  for (const each of all) {
    expect(values("DataSubject")).toContain(each.subject);
    expect(values("DataSource")).toContain(each.source);
    expect(values("DataSensitivity")).toContain(each.sensitivity);
    expect(values("DataErasure")).toContain(each.erasure);
    expect(values("LegalBasis")).toContain(each.legalBasis);
    expect(values("DataPurpose")).toEqual(expect.arrayContaining([...each.purposes]));
    expect(each.retention.description).toMatch(/\.$/);
  }
});

test("a retention class without words is an error, not an empty line", () => {
  const [first] = dataCategories;
  const row = { category: first!, coordinates: [], ...dataMap[first!], retention: "for ever" };
  expect(() => describeCollected([row])).toThrow("for ever");
});
