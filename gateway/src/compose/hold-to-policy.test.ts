import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { coordinatesOf, dataMap, type DataCategory, type DataMap } from "@tidbok/minimization";
import { afterEach, beforeEach, expect, test } from "vitest";
import { holdToPolicy } from "./hold-to-policy.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tidbok-policies-"));
  await publish({ "1.9.md": "", "1.9.json": textOf(dataMap), ...named });
});
afterEach(() => rm(folder, { recursive: true }));

const textOf = (map: object) => `${JSON.stringify(map, null, 2)}\n`;
const promised = textOf({ "Attendee.email": "ATTENDEE_EMAIL" });
const named = { "1.9.coordinates.json": promised };
const held = (map: DataMap, email: DataCategory | null = "ATTENDEE_EMAIL") => {
  const coordinates = new Map([["Attendee.email", email]]);
  return holdToPolicy(pathToFileURL(`${folder}/`), { dataMap: map, coordinates });
};
const write = (name: string, text: string) => writeFile(join(folder, name), text);

async function publish(files: Readonly<Record<string, string>>): Promise<void> {
  const lines = Object.entries(files).map(async ([name, text]) => {
    await write(name, text);
    return `${createHash("sha256").update(text).digest("hex")}  ${name}\n`;
  });
  await write("sha256sums.txt", (await Promise.all(lines)).join(""));
}

const { ATTENDEE_EMAIL: row, ATTENDEE_PHONE: _, ...fewer } = dataMap;
if (row === undefined) throw new Error("The data map has no ATTENDEE_EMAIL.");
const weaker = {
  ...dataMap,
  ATTENDEE_EMAIL: { ...row, rules: { ...row.rules, member: "reveal" } },
} as const;

test("a map that protects less than the published policy is refused until the draft says so", async () => {
  expect(await held(dataMap)).toEqual({ problems: [], draft: [] });
  await write("1.10.md", "---\nisMaterial: true\n---\n");

  const { problems } = await held(weaker);
  expect(problems).toMatchObject([{ coordinate: "ATTENDEE_EMAIL", code: "WEAKER_THAN_PROMISED" }]);
  expect(problems[0]?.message).toContain("member gets reveal instead of hide. Policy 1.9 promises");

  await write("1.10.md", "---\nweakens: ATTENDEE_EMAIL\n---\n");
  expect(await held(weaker)).toMatchObject({ problems: [] });
});

test("a published map is never written: what is stricter or new is promised by the draft, and held from then on", async () => {
  await publish({ "1.9.md": "", "1.9.json": textOf(fewer), ...named });
  expect((await held(dataMap)).problems).toMatchObject([{ code: "NEEDS_DRAFT" }]);

  await write("1.10.md", "");
  const { problems, draft } = await held(dataMap);
  expect(problems).toEqual([]);
  const file = (name: string) => pathToFileURL(join(folder, name));
  expect(draft).toEqual([
    { file: file("1.10.json"), text: textOf(dataMap) },
    { file: file("1.10.coordinates.json"), text: promised },
  ]);
  await write("1.10.json", textOf(dataMap));
  expect((await held(fewer)).problems).toMatchObject([
    { coordinate: "ATTENDEE_EMAIL" },
    { coordinate: "ATTENDEE_PHONE" },
  ]);
});

test("a coordinate that is declassified is weaker than promised, by the published version and by the draft", async () => {
  const refused = [{ coordinate: "Attendee.email", code: "WEAKER_THAN_PROMISED" }];
  await write("1.10.md", "");
  expect((await held(dataMap, null)).problems).toMatchObject(refused);
  expect((await held(dataMap, "HOST_NAME")).problems).toMatchObject(refused);

  // The published version promises no coordinates; the draft does.
  await rm(join(folder, "1.9.coordinates.json"));
  await publish({ "1.9.md": "", "1.9.json": textOf(dataMap) });
  expect((await held(dataMap, null)).problems).toEqual([]);
  await write("1.10.coordinates.json", promised);
  expect((await held(dataMap, null)).problems).toMatchObject(refused);
  await write("1.10.md", "---\nweakens: Attendee.email\n---\n");
  expect((await held(dataMap, null)).problems).toEqual([]);
});

test.each(["1.9.md", "1.9.json", "1.9.coordinates.json"])(
  "an edited or missing file of a published policy is refused: %s",
  async (name) => {
    const refused = { coordinate: `policies/${name}`, code: "POLICY_CHANGED" };
    await write(name, `${await readFile(join(folder, name), "utf8")} `);
    expect((await held(dataMap)).problems).toContainEqual(expect.objectContaining(refused));
    await rm(join(folder, name));
    expect((await held(dataMap)).problems).toContainEqual(expect.objectContaining(refused));
  },
);

test("the published policies of this repository are those that their hashes record", async () => {
  const policies = new URL("../../../services/privacy/policies/", import.meta.url);
  const sdl = await readFile(new URL("../../supergraph.graphql", import.meta.url), "utf8");
  const coordinates = coordinatesOf(sdl);
  expect(coordinates.get("Attendee.email")).toBe("ATTENDEE_EMAIL");
  expect((await holdToPolicy(policies, { dataMap, coordinates })).problems).toEqual([]);
});
