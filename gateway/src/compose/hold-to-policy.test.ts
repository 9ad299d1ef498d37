import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { dataMap, type DataMap } from "@tidbok/minimization";
import { afterEach, beforeEach, expect, test } from "vitest";
import { holdToPolicy } from "./hold-to-policy.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tidbok-policies-"));
  await publish({ "1.9.md": "", "1.9.json": textOf(dataMap) });
});
afterEach(() => rm(folder, { recursive: true }));

const textOf = (map: DataMap) => `${JSON.stringify(map, null, 2)}\n`;
const held = (map: DataMap) => holdToPolicy(pathToFileURL(`${folder}/`), map);
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
  expect(await held(dataMap)).toEqual({ problems: [], draft: null });
  await write("1.10.md", "---\nisMaterial: true\n---\n");

  const { problems } = await held(weaker);
  expect(problems).toMatchObject([{ coordinate: "ATTENDEE_EMAIL", code: "WEAKER_THAN_PROMISED" }]);
  expect(problems[0]?.message).toContain("member gets reveal instead of hide. Policy 1.9 promises");

  await write("1.10.md", "---\nweakens: ATTENDEE_EMAIL\n---\n");
  expect(await held(weaker)).toMatchObject({ problems: [] });
});

test("a published map is never written: what is stricter or new is promised by the draft, and held from then on", async () => {
  await publish({ "1.9.md": "", "1.9.json": textOf(fewer) });
  expect((await held(dataMap)).problems).toMatchObject([{ code: "NEEDS_DRAFT" }]);

  await write("1.10.md", "");
  const { problems, draft } = await held(dataMap);
  expect(problems).toEqual([]);
  expect(draft).toEqual({ file: pathToFileURL(join(folder, "1.10.json")), text: textOf(dataMap) });
  await write("1.10.json", textOf(dataMap));
  expect((await held(fewer)).problems).toMatchObject([
    { coordinate: "ATTENDEE_EMAIL" },
    { coordinate: "ATTENDEE_PHONE" },
  ]);
});

test.each(["1.9.md", "1.9.json"])(
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
  expect((await holdToPolicy(policies, dataMap)).problems).toEqual([]);
});
