import { expect, test } from "vitest";
import { changed, problemsWith, type Changes } from "./problems-with.ts";

const source = "services/scheduling/src";
const subjects = `${source}/subjects.ts`;

test.each<readonly [fault: string, changes: Changes, found: RegExp]>([
  [
    "a folder that no list names",
    { [`${source}/notes/README.md`]: "# Notes\n" },
    /src\/notes: is in no other service; .*list it in src\/subjects\.ts/,
  ],
  [
    "subjects and no list",
    { [subjects]: null },
    /src\/bookings: is in no other service; .*list it in src\/subjects\.ts/,
  ],
  [
    "a listed subject without a folder",
    changed(subjects, ["[", '["notes", ']),
    /subjects\.ts: lists notes, which has no folder/,
  ],
  [
    "a layer beside the subjects",
    { [`${source}/domain/plan.ts`]: "export type Plan = string;\n" },
    /src\/domain: is in no other service/,
  ],
  [
    "a subject without its page",
    { [`${source}/bookings/README.md`]: null },
    /bookings\/README\.md: is missing; ten lines/,
  ],
  [
    "a subject's page of 21 lines",
    { [`${source}/bookings/README.md`]: "x\n".repeat(21) },
    /bookings\/README\.md: has 21 lines; 20 at most/,
  ],
  [
    "a folder of its own in a subject",
    { [`${source}/bookings/mails/send.ts`]: "" },
    /bookings\/mails: is in no other subject/,
  ],
  [
    "a file of its own in a subject",
    { [`${source}/bookings/book.ts`]: "export const book = 1;" },
    /bookings\/book\.ts: is in no other subject/,
  ],
  ["no resolvers", { [`${source}/resolvers.ts`]: null }, /src\/resolvers\.ts: is missing/],
  [
    "no layers in a service without subjects",
    { "services/billing/src/domain/plan.ts": null },
    /billing\/src\/domain: is missing/,
  ],
])("finds %s", (_fault, changes, found) => {
  expect(problemsWith(changes)).toContainEqual(expect.stringMatching(found));
});
