import { describe, expect, test } from "vitest";
import { changed, problemsWith, type Changes } from "./problems-with.ts";
import { wellShaped } from "./well-shaped.ts";

const scheduling = "services/scheduling";
const bookings = `${scheduling}/src/bookings`;
const migration = `${scheduling}/prisma/migrations/20260101000000_start/migration.sql`;
const prisma = `${scheduling}/prisma/schema.prisma`;
const schema = `${scheduling}/schema.graphql`;
const readme = `${scheduling}/README.md`;
const face = "packages/events/src/index.ts";

const planted: readonly (readonly [fault: string, changes: () => Changes, found: RegExp])[] = [
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
    () => ({ "services/billing/src/mails/send.ts": "" }),
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
    "a decision that the index does not list",
    () => ({ "docs/README.md": "" }),
    /0001-so\.md: is not listed in docs\/README\.md/,
  ],
  [
    "a section too few",
    () => changed(readme, ["## Does\n", ""]),
    /README\.md: has the sections Owns, Events out/,
  ],
  [
    "a long README",
    () => ({ [readme]: `${wellShaped()[readme]}${"x\n".repeat(90)}` }),
    /README\.md: has 9\d lines; 60 at most/,
  ],
  [
    "a variable that no README lists",
    () => changed(readme, ["PORT", ""]),
    /"Configuration" lacks PORT/,
  ],
  [
    "an event that no README lists",
    () => changed(readme, ["- scheduling.booking.made\n", ""]),
    /"Events out" lacks scheduling\.booking\.made/,
  ],
  [
    "an event that only the README lists",
    () => changed(readme, ["## Personal", "billing.plan.changed\n## Personal"]),
    /"Events in" has billing\.plan\.changed/,
  ],
  [
    "an event that no service tells",
    () => ({
      "packages/events/src/catalogue/billing.ts":
        'export const PlanChanged = defineEvent("billing.plan.changed", 1);',
    }),
    /no service tells billing\.plan\.changed/,
  ],
  [
    "a reaction to nothing",
    () => ({ "services/billing/src/reactions/tea-served.ts": "export function onTeaServed() {}" }),
    /tea-served\.ts: is no event of the catalogue/,
  ],
  [
    "a mutation without an action",
    () => ({ [`${bookings}/actions/book-meeting.ts`]: null }),
    /bookMeeting has no file of its name/,
  ],
  [
    "a mutation of a subject without an action",
    () => ({ [`${bookings}/schema.graphql`]: 'extend type Mutation { "Drops." dropAll: ID }' }),
    /bookings\/schema\.graphql: dropAll has no file of its name/,
  ],
  [
    "a mutation that is a step",
    () => ({
      [`${bookings}/actions/book-meeting.ts`]: null,
      [`${bookings}/actions/steps/book-meeting.ts`]: "export function bookMeeting() {}",
    }),
    /bookMeeting has no file of its name/,
  ],
  [
    "an action that nothing calls",
    () => ({ [`${bookings}/actions/drop-all.ts`]: "export function dropAll() {}" }),
    /drop-all\.ts: is an action that nothing calls/,
  ],
  [
    "an action of which only a type is used",
    () => ({
      [`${bookings}/actions/drop-all.ts`]: "export function dropAll() {}",
      [`${bookings}/resolvers.ts`]: 'import type { A } from "./actions/drop-all.ts";',
    }),
    /drop-all\.ts: is an action that nothing calls/,
  ],
  [
    "a step among the public actions",
    () => ({
      "services/billing/src/actions/count-seats.ts": "export function countSeats() {}",
      "services/billing/src/actions/read-plan.ts":
        'import { countSeats } from "./count-seats.ts";\nexport function readPlan() {}',
    }),
    /count-seats\.ts: is called by actions only/,
  ],
  [
    "a step that a resolver calls",
    () => ({ [`${bookings}/resolvers.ts`]: 'import { a } from "./actions/steps/write-row.ts";' }),
    /write-row\.ts: is called from outside of actions/,
  ],
  [
    "a step that nothing calls",
    () => changed(`${bookings}/actions/book-meeting.ts`, ["./steps/write-row.ts", "./gone.ts"]),
    /write-row\.ts: is an action that nothing calls/,
  ],
  [
    "an undescribed argument",
    () => changed(schema, ['"The id of the slot."', ""]),
    /Mutation\.bookMeeting\.id has no description/,
  ],
  [
    "a description that is a riddle",
    () => changed(schema, ['"The id of the slot."', '"Which, and when."']),
    /Mutation\.bookMeeting\.id is described as "Which, and when\."/,
  ],
  [
    "an undescribed field",
    () => changed(schema, ['"Books."', ""]),
    /Mutation\.bookMeeting has no description/,
  ],
  [
    "an undescribed field of a subject",
    () => changed(`${bookings}/schema.graphql`, ['"Booked."', ""]),
    /bookings\/schema\.graphql: Query\.booked has no description/,
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
    () => changed(prisma, ["/// A paying person.", ""]),
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
    "a circle of imports",
    () => ({
      "gateway/src/a.ts": 'import type { B } from "./b.ts";\nexport type A = B;\n',
      "gateway/src/b.ts": 'import type { A } from "./a.ts";\nexport type B = A;\n',
    }),
    /gateway\/src\/a\.ts: imports itself: gateway\/src\/a\.ts → gateway\/src\/b\.ts → gateway\/src\/a\.ts/,
  ],
  [
    "a folder of 36 files",
    () =>
      Object.fromEntries(
        Array.from({ length: 36 }, (_, index) => [`gateway/src/limits/a-${index}.ts`, ""]),
      ),
    /gateway\/src\/limits: has 36 source files; 35 at most/,
  ],
  [
    "a line of 201 characters",
    () => ({ "docs/a.md": `| ${"x".repeat(300)} |\n${"x".repeat(201)}\n` }),
    /docs\/a\.md:2: has 201 characters/,
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
    const files = {
      "gateway/operations/gateway/identity/ClientCaller.graphql": "",
      "gateway/src/data-map.ts": "",
      "services/privacy/src/store/processors.ts": "",
    };
    expect(problemsWith(files)).toEqual([]);
  });
});
