import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { dataMap, type DataMap } from "@tidbok/minimization";
import { afterAll, beforeAll, expect, test } from "vitest";
import { holdToPolicy } from "./hold-to-policy.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tidbok-policies-"));
  await writeFile(join(folder, "1.9.md"), "");
  await writeFile(join(folder, "1.9.sv.md"), "");
});
afterAll(() => rm(folder, { recursive: true }));

const held = (map: DataMap) => holdToPolicy(pathToFileURL(`${folder}/`), map);
const { ATTENDEE_EMAIL: row } = dataMap;
if (row === undefined) throw new Error("The data map has no ATTENDEE_EMAIL.");
const weaker = {
  ...dataMap,
  ATTENDEE_EMAIL: { ...row, rules: { ...row.rules, member: "reveal" } },
} as const;

test("a data map that protects less than the newest policy promises is refused until a new policy says so", async () => {
  const first = await held(dataMap);
  expect(first.problems).toEqual([]);
  await writeFile(first.file, first.text);

  const { problems } = await held(weaker);
  expect(problems).toMatchObject([{ coordinate: "ATTENDEE_EMAIL", code: "WEAKER_THAN_PROMISED" }]);
  expect(problems[0]?.message).toContain("member gets reveal instead of hide. Policy 1.9 promises");

  await writeFile(join(folder, "1.10.md"), "");
  expect(await held(weaker)).toMatchObject({ problems: [] });
});

test("a stricter map and a new row need no new policy, and are promised from then on", async () => {
  const { ATTENDEE_PHONE: _, ...fewer } = dataMap;
  const before = await held(fewer);
  await writeFile(before.file, before.text);
  const after = await held(dataMap);
  expect(after.problems).toEqual([]);
  await writeFile(after.file, after.text);
  expect((await held(fewer)).problems).toMatchObject([{ coordinate: "ATTENDEE_PHONE" }]);
});
