import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { checks } from "./checks.ts";
import { readTree } from "./tree.ts";
import { wellShaped } from "./well-shaped.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Plants a well-shaped repository with these changes (null takes a file away); what is found. */
function problemsWith(changes: Readonly<Record<string, string | null>>): readonly string[] {
  const root = mkdtempSync(path.join(tmpdir(), "tidbok-shape-"));
  folders.push(root);
  for (const [file, text] of Object.entries({ ...wellShaped(), ...changes })) {
    if (text === null) continue;
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  const tree = readTree(root);
  return checks.flatMap((check) => check(tree)).map((found) => `${found.path}: ${found.message}`);
}

function changed(file: string, [from, to]: readonly [string, string]): Record<string, string> {
  const text = wellShaped()[file] ?? "";
  expect(text).toContain(from);
  return { [file]: text.replace(from, to) };
}

const scheduling = "services/scheduling";
const migration = `${scheduling}/prisma/migrations/20260101000000_start/migration.sql`;
const prisma = `${scheduling}/prisma/schema.prisma`;
const schema = `${scheduling}/schema.graphql`;
const readme = `${scheduling}/README.md`;
const face = "packages/events/src/index.ts";

const planted: readonly (readonly [
  fault: string,
  changes: () => Readonly<Record<string, string | null>>,
  found: RegExp,
])[] = [
  [
    "a missing file",
    () => ({ [`${scheduling}/src/personal-data.ts`]: null }),
    /personal-data\.ts: is missing/,
  ],
  [
    "a missing folder",
    () => ({ [`${scheduling}/test/paying.test.ts`]: null }),
    /scheduling\/test: is missing/,
  ],
  [
    "a folder of its own",
    () => ({ [`${scheduling}/src/mails/send.ts`]: "" }),
    /src\/mails: is in no other service/,
  ],
  [
    "a top-level file of its own",
    () => ({ [`${scheduling}/notes.md`]: "" }),
    /notes\.md: is in no other service/,
  ],
  [
    "another outbox",
    () => changed(migration, ["TABLE outbox (id uuid", "TABLE outbox (id text"]),
    /migrations: the shell's tables are not.*id text/,
  ],
  [
    "no inbox",
    () => changed(migration, ["CREATE TABLE inbox (id uuid PRIMARY KEY);", ""]),
    /has no table inbox/,
  ],
  [
    "another index",
    () => ({ [migration]: `${wellShaped()[migration]}CREATE INDEX a ON outbox (id);` }),
    /touches a table of the shell.*create index a/,
  ],
  [
    "an outbox that Prisma sees otherwise",
    () => changed(prisma, ["data Json", "data String"]),
    /schema\.prisma: the shell's tables are not/,
  ],
  [
    "two decisions of one number",
    () => ({ "docs/decisions/0001-no.md": "# 0001 No\n## Context\n## Decision\n## Consequence\n" }),
    /0001-so\.md: has the number of another/,
  ],
  [
    "a decision without its reason",
    () => ({ "docs/decisions/0002-no.md": "# 0002 No\n## Decision\n" }),
    /0002-no\.md: needs the headings/,
  ],
  [
    "a section too few",
    () => changed(readme, ["## Does\n", ""]),
    /README\.md: has the sections Owns, Events out/,
  ],
  [
    "a long README",
    () => ({ [readme]: `${wellShaped()[readme]}${"x\n".repeat(90)}` }),
    /README\.md: has 9\d lines; 80 at most/,
  ],
  [
    "a variable that no README tells",
    () => changed(readme, ["PORT", ""]),
    /"Configuration" lacks PORT/,
  ],
  [
    "an event that no README tells",
    () => changed(readme, ["- scheduling.booking.made\n", ""]),
    /"Events out" lacks scheduling\.booking\.made/,
  ],
  [
    "an event that only the README tells",
    () => changed(readme, ["## Personal", "billing.plan.changed\n## Personal"]),
    /"Events in" has billing\.plan\.changed/,
  ],
  [
    "an event that nobody tells",
    () => ({
      "packages/events/src/catalogue/billing.ts":
        'export const PlanChanged = defineEvent("billing.plan.changed", 1);',
    }),
    /nobody tells billing\.plan\.changed/,
  ],
  [
    "a reaction to nothing",
    () => ({ "services/billing/src/reactions/tea-served.ts": "export function onTeaServed() {}" }),
    /tea-served\.ts: is no event of the catalogue/,
  ],
  [
    "a mutation without an action",
    () => ({ [`${scheduling}/src/actions/book-meeting.ts`]: null }),
    /bookMeeting has no file of its name/,
  ],
  [
    "an action that nothing calls",
    () => ({ [`${scheduling}/src/actions/drop-all.ts`]: "export function dropAll() {}" }),
    /drop-all\.ts: is no mutation and nothing calls it/,
  ],
  [
    "an undescribed argument",
    () => changed(schema, ['"Which."', ""]),
    /Mutation\.bookMeeting\.id has no description/,
  ],
  [
    "an undescribed field",
    () => changed(schema, ['"Books."', ""]),
    /Mutation\.bookMeeting has no description/,
  ],
  ["broken SDL", () => ({ [schema]: "type {" }), /is not SDL: Syntax Error/],
  [
    "a clear column",
    () => changed(prisma, ["mail Bytes", "mail String?"]),
    /Payer\.mail is String and looks personal/,
  ],
  [
    "a JSON column",
    () => changed(prisma, ["mail Bytes", "rest Json"]),
    /Payer\.rest is Json and looks personal/,
  ],
  [
    "no reason",
    () => changed(prisma, [" the code of a plan", ""]),
    /Payer\.name is String and looks personal/,
  ],
  [
    "a column that erasure does not know",
    () => ({ [`${scheduling}/src/personal-data.ts`]: "export const personalData = 1;" }),
    /personal-data\.ts: lacks payer\.mail/,
  ],
  [
    "a model without words",
    () => changed(prisma, ["/// A person who pays.", ""]),
    /Payer has no \/\/\/ comment/,
  ],
  ["a vague file", () => ({ "gateway/src/url-utils.ts": "" }), /"utils" says nothing/],
  [
    "a vague folder",
    () => ({ "gateway/src/shared/url.ts": "" }),
    /gateway\/src\/shared: "shared" says nothing/,
  ],
  ["a file of types", () => ({ "gateway/src/types.ts": "" }), /"types" says nothing/],
  ["a camelCase file", () => ({ "gateway/src/bookMeeting.ts": "" }), /is not kebab-case/],
  [
    "a file not named after its export",
    () => ({ "gateway/src/limit.ts": "export const depth = 1;" }),
    /exports depth; give both one name/,
  ],
  [
    "a file of 301 lines",
    () => ({ "gateway/src/long.ts": "//\n".repeat(301) }),
    /has 301 lines; 300 at most/,
  ],
  [
    "an undocumented export",
    () => ({ "packages/events/src/send.ts": "export function send() {}" }),
    /send\.ts: send has no doc comment/,
  ],
  [
    "an undocumented type behind a star",
    () => ({ [face]: 'export * from "./a.ts";', "packages/events/src/a.ts": "export type A = 1;" }),
    /a\.ts: A has no doc comment/,
  ],
  [
    "somebody's folder",
    () => ({ "docs/a.md": `Look at ${["", "home", "me", "x"].join("/")}.` }),
    /docs\/a\.md:1: names /,
  ],
];

describe("check-shape", () => {
  test("finds nothing in a well-shaped repository", () => {
    expect(problemsWith({})).toEqual([]);
  });

  test.each(planted)("finds %s", (_fault, changes, found) => {
    expect(problemsWith(changes())).toContainEqual(expect.stringMatching(found));
  });

  test("takes one spelling of SQL for another", () => {
    const sql =
      wellShaped()[migration]?.replaceAll("CREATE TABLE", "create -- why\n   table") ?? "";
    expect(problemsWith({ [migration]: sql })).toEqual([]);
  });

  test("leaves a vendor's words to the vendor", () => {
    const text = 'import type { Logger } from "pino"; export type { Logger };';
    const files = {
      [face]: 'export { type Logger } from "./logger.ts";',
      "packages/events/src/logger.ts": text,
    };
    expect(problemsWith(files)).toEqual([]);
  });

  test("knows the trade's own words", () => {
    const files = { "gateway/src/data-map.ts": "", "services/privacy/src/store/processors.ts": "" };
    expect(problemsWith(files)).toEqual([]);
  });
});
