import { describe, expect, test } from "vitest";
import { problemsOf } from "./problems-of.ts";

// A service without subjects, and a subject of another.
describe.each([
  ["services/billing/src", ".."],
  ["services/scheduling/src/bookings", "../.."],
])("the layers below %s", (folder, top) => {
  test.each([
    [
      "domain/a.ts",
      'import "../store/a.ts";',
      /^domain may import packages\/domain, itself: decide/,
    ],
    ["domain/a.ts", `import type { Context } from "${top}/context.ts";`, /^domain may import/],
    ["domain/a.ts", 'import "node:fs";', /^domain may import/],
    ["domain/a.ts", "export const a = Date.now();", /^The time is passed in/],
    ["domain/a.ts", "export async function a() {}", /no I\/O, clock, randomness, async/],
    ["store/a.ts", 'import "../actions/book-meeting.ts";', /^store may import domain, generated/],
    ["store/a.ts", `import "${top}/context.ts";`, /^store may import/],
    ["adapters/a.ts", `import "${top}/store/index.ts";`, /^adapters may import domain, the vendor/],
    [
      "actions/a.ts",
      'import "../store/bookings.ts";',
      /^actions may import domain, context, events/,
    ],
    ["actions/a.ts", `import "${top}/store/index.ts";`, /^actions may import/],
    ["actions/a.ts", `import "${top}/server.ts";`, /^actions may import/],
    ["actions/a.ts", 'import "../adapters/smtp.ts";', /^actions may import/],
    ["actions/a.ts", "export const a = new Date();", /^The time is passed in/],
    ["actions/steps/a.ts", 'import "../../store/bookings.ts";', /^actions may import/],
    ["actions/steps/a.ts", "export const a = new Date();", /^The time is passed in/],
    ["resolvers/a.ts", 'import "../store/a.ts";', /^resolvers may import actions, context/],
    ["resolvers.ts", 'import "./store/a.ts";', /^resolvers may import actions, context/],
    ["resolvers.ts", 'import { book } from "./domain/book.ts";', /^resolvers may import/],
    ["resolvers.ts", "export const a = Date.now();", /^The time is passed in/],
  ])("refuse in %s: %s", async (file, code, sentence) => {
    expect(await problemsOf(`${folder}/${file}`, code)).toContainEqual(
      expect.stringMatching(sentence),
    );
  });

  test.each([
    ["domain/a.ts", 'import "@tidbok/domain"; import "./slot.ts"; new Date(0);'],
    ["domain/a.ts", `import type { ErrorCode } from "${top}/error-codes.ts";`],
    ["store/a.ts", `import "${top}/store/client.ts"; import "../domain/a.ts";`],
    ["store/a.ts", `import "${top}/generated/prisma/client.ts"; import "@tidbok/vault";`],
    ["actions/a.ts", 'import "./steps/b.ts"; import "../domain/a.ts"; import "zod";'],
    ["actions/steps/a.ts", `import type { Context } from "../${top}/context.ts";`],
    ["resolvers.ts", 'import "./actions/a.ts"; import type { B } from "./domain/b.ts";'],
    ["resolvers.ts", "export const b = { c: (d: 1, e: 2, f: 3) => [d, e, f] };"],
    ["resolvers/a.ts", 'import "../actions/a.ts"; import type { B } from "../domain/b.ts";'],
  ])("allow in %s: %s", async (file, code) => {
    expect(await problemsOf(`${folder}/${file}`, code)).toEqual([]);
  });
});
