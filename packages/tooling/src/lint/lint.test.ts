import { describe, expect, test } from "vitest";
import { problemsOf } from "./problems-of.ts";

const scheduling = "services/scheduling/src";

const refused: readonly (readonly [file: string, code: string, sentence: RegExp])[] = [
  [
    `${scheduling}/domain/a.ts`,
    'import "../store/index.ts";',
    /^domain may import packages\/domain, itself: decide/,
  ],
  [
    `${scheduling}/domain/a.ts`,
    'import type { Context } from "../context.ts";',
    /^domain may import/,
  ],
  [`${scheduling}/domain/a.ts`, 'import "node:fs";', /^domain may import/],
  [`${scheduling}/domain/a.ts`, 'import "@tidbok/events";', /^domain may import/],
  [
    `${scheduling}/store/a.ts`,
    'import "../actions/book-meeting.ts";',
    /^store may import domain, generated, prisma: save/,
  ],
  [`${scheduling}/store/a.ts`, 'import "undici";', /^store may import/],
  [
    `${scheduling}/adapters/a.ts`,
    'import "../store/index.ts";',
    /^adapters may import domain, the vendor's SDK: speak/,
  ],
  [`${scheduling}/adapters/a.ts`, 'import "@prisma/client";', /^adapters may import/],
  [
    `${scheduling}/actions/a.ts`,
    'import "../store/bookings.ts";',
    /^actions may import domain, context, events: load, decide/,
  ],
  [`${scheduling}/actions/a.ts`, 'import "../adapters/smtp.ts";', /^actions may import/],
  [
    `${scheduling}/actions/a.ts`,
    'export { a } from "../generated/prisma/client.ts";',
    /^actions may import/,
  ],
  [`${scheduling}/actions/a.ts`, 'const a = await import("pg");', /^actions may import/],
  [
    `${scheduling}/resolvers/a.ts`,
    'import "../store/index.ts";',
    /^resolvers may import actions, context, generated: translate/,
  ],
  [
    `${scheduling}/resolvers/a.ts`,
    'import { book } from "../domain/book.ts";',
    /^resolvers may import/,
  ],
  [
    `${scheduling}/reactions/a.ts`,
    'import "../store/index.ts";',
    /^reactions may import actions, context, events: translate an event/,
  ],
  [
    `${scheduling}/actions/a.ts`,
    'import "../../../billing/src/domain/plan.ts";',
    /^No service imports another\.$/,
  ],
  [`${scheduling}/server.ts`, 'import "@tidbok/billing";', /^No service imports another\.$/],
  [
    `${scheduling}/server.ts`,
    'import "@tidbok/gateway";',
    /^The gateway is asked over HTTP or NATS/,
  ],
  [`${scheduling}/server.ts`, 'import "@tidbok/testing";', /^testing is for tests only\.$/],
  [`${scheduling}/server.ts`, 'import "@tidbok/infra";', /^infra starts the parts/],
  [`${scheduling}/server.ts`, 'import "@tidbok/tooling";', /^tooling looks at the code/],
  [
    "gateway/src/server.ts",
    'import "../../services/billing/src/server.ts";',
    /^The gateway imports no service\.$/,
  ],
  ["gateway/test/a.test.ts", 'import "@tidbok/billing";', /^The gateway imports no service\.$/],
  [
    "gateway/src/server.ts",
    'import { a } from "@tidbok/events/src/a.ts";',
    /^Of a package only its faces are imported/,
  ],
  [
    "gateway/src/server.ts",
    'import { a } from "../../packages/events/src/a.ts";',
    /^Of a package only its faces/,
  ],
  [
    "packages/domain/src/a.ts",
    'import "@tidbok/vault";',
    /^packages: domain ← availability, calendar, minimization ← /,
  ],
  ["packages/availability/src/a.ts", 'import "@tidbok/minimization";', /^packages: domain ← /],
  ["packages/events/src/a.ts", 'import "@tidbok/service";', /^packages: domain ← /],
  ["packages/service/src/a.ts", 'import "@tidbok/testing";', /^testing is for tests only\.$/],
  [
    "services/billing/test/a.test.ts",
    'import pg from "pg"; export const a = new pg.Pool();',
    /^Tests take their connections from packages\/testing/,
  ],
  [
    "gateway/src/server.ts",
    'import "@apollo/gateway";',
    /is Elastic-2\.0: only gateway\/src\/plan\/ imports it/,
  ],
  [
    "gateway/src/server.ts",
    'import "@apollo/composition";',
    /is Elastic-2\.0: only packages\/minimization/,
  ],
  [
    `${scheduling}/config.ts`,
    "export const a = process.env;",
    /^Unexpected use of 'process'\. Only main touches/,
  ],
  [`${scheduling}/server.ts`, 'import { env } from "node:process";', /Only main touches `process`/],
  [`${scheduling}/server.ts`, "export default 1;", /^Named exports only\.$/],
  [`${scheduling}/server.ts`, "export class Booking {}", /^No classes except errors/],
  [`${scheduling}/server.ts`, "export enum Color { Red }", /^No enums/],
  [`${scheduling}/server.ts`, "@a export class SlotError extends Error {}", /^No decorators/],
  [
    `${scheduling}/server.ts`,
    "export interface A { a: 1 }",
    /Use a `type` instead of an `interface`/,
  ],
  [
    `${scheduling}/server.ts`,
    "export function a(b: 1, c: 2, d: 3) { return [b, c, d]; }",
    /^More than two parameters: take one object\.$/,
  ],
  [
    `${scheduling}/server.ts`,
    "export const a = (b: 1, c: 2, d: 3) => [b, c, d];",
    /^More than two parameters/,
  ],
  [
    `${scheduling}/server.ts`,
    "export const a = { b: 1, ...{ c: 2 } };",
    /^An object literal is not spread at once/,
  ],
  [
    `${scheduling}/server.ts`,
    "export const a = (...[, b]: readonly string[]) => b;",
    /^A rest parameter is no tuple/,
  ],
  [
    `${scheduling}/server.ts`,
    "export function a(...b: [string, number]) { return b; }",
    /^A rest parameter is no tuple/,
  ],
  [`${scheduling}/server.ts`, "console.log(1);", /Unexpected console statement/],
  [`${scheduling}/server.ts`, "// TO" + "DO: later", /Unexpected 'todo' comment/],
  [`${scheduling}/server.ts`, "\n".repeat(301), /File has too many lines/],
  [`${scheduling}/domain/a.ts`, "export const a = Date.now();", /^The time is passed in/],
  [`${scheduling}/actions/a.ts`, "export const a = new Date();", /^The time is passed in/],
  [
    `${scheduling}/domain/a.ts`,
    "export const a = Math.random();",
    /no I\/O, clock, randomness, async/,
  ],
  [
    `${scheduling}/domain/a.ts`,
    "export async function a() {}",
    /no I\/O, clock, randomness, async/,
  ],
  ["packages/availability/src/a.ts", "export const a = Date.now();", /^The time is passed in/],
  [
    `${scheduling}/actions/a.ts`,
    "export const a = ({ store }) => inTransaction(context, async (context) => store.a(context));",
    /^"store" is not the transaction's: take it from the context/,
  ],
  [
    `${scheduling}/actions/a.ts`,
    "const { tell } = context; export const a = inTransaction(context, (context) => tell(context));",
    /^"tell" is not the transaction's/,
  ],
];

const allowed: readonly (readonly [file: string, code: string])[] = [
  [`${scheduling}/domain/a.ts`, 'import "@tidbok/domain"; import "./slot.ts"; new Date(0);'],
  [
    `${scheduling}/store/a.ts`,
    'import "../domain/a.ts"; import "../generated/prisma/client.ts"; import "@tidbok/vault";',
  ],
  [
    `${scheduling}/adapters/a.ts`,
    'import "nodemailer"; import "node:crypto"; import "../domain/a.ts";',
  ],
  [
    `${scheduling}/actions/a.ts`,
    'import "../domain/a.ts"; import "../context.ts"; import "@tidbok/events"; import "zod";',
  ],
  [
    `${scheduling}/resolvers/a.ts`,
    'import "../actions/a.ts"; import type { B } from "../domain/b.ts"; export const b = { c: (d: 1, e: 2, f: 3) => [d, e, f] };',
  ],
  [`${scheduling}/reactions/a.ts`, 'import "../actions/a.ts"; import "@tidbok/events";'],
  [
    `${scheduling}/store/index.ts`,
    'import "../bookings/store/bookings.ts"; import "../series/store/series.ts";',
  ],
  [
    `${scheduling}/resolvers.ts`,
    'import "./bookings/resolvers.ts"; import "./series/resolvers.ts";',
  ],
  [
    `${scheduling}/relations.ts`,
    'import "./bookings/domain/a.ts"; import "./series/actions/a.ts"; export const a = { b: (c: 1, d: 2, e: 3) => [c, d, e] };',
  ],
  [
    `${scheduling}/server.ts`,
    'import "./store/index.ts"; import "@tidbok/service"; import "fastify";',
  ],
  [`${scheduling}/main.ts`, "process.exitCode = 1; console.error(1);"],
  [
    "services/scheduling/test/a.test.ts",
    'import "@tidbok/testing"; import "../src/store/index.ts"; process.env;',
  ],
  ["packages/vault/src/a.test.ts", 'import "@tidbok/testing";'],
  [
    "packages/service/src/a.ts",
    'import "@tidbok/events"; import "@tidbok/vault"; import "@tidbok/minimization";',
  ],
  ["gateway/test/a.test.ts", 'import "@tidbok/testing"; import "@tidbok/availability/acceptance";'],
  ["packages/testing/src/a.ts", 'import "@tidbok/infra"; import "@tidbok/service"; process.env;'],
  ["gateway/src/plan/a.ts", 'import "@apollo/gateway";'],
  ["packages/minimization/src/a.test.ts", 'import "@apollo/gateway";'],
  ["packages/domain/src/a.ts", "export class SlotTaken extends DomainError {}"],
  [
    "packages/domain/src/a.ts",
    "export function a(b: 1, c: 2, { d = 1 } = {}) { return [b, c, d]; }",
  ],
  [
    "packages/domain/src/a.ts",
    "export const a = (b: object, c: boolean) => ({ ...b, ...(c && { d: 1 }), ...(c ? { e: 1 } : {}) });",
  ],
  ["packages/domain/src/a.ts", "export const a = (...b: readonly string[]) => b;"],
  ["packages/domain/src/a.ts", "list.reduce((a, b, c) => [a, b, c]);"],
  [
    `${scheduling}/actions/a.ts`,
    "export const a = inTransaction(context, ({ store, tell }) => tell(store.a()));",
  ],
];

describe("the lint rules", () => {
  test.each(refused)("refuse in %s: %s", async (file, code, sentence) => {
    expect(await problemsOf(file, code)).toContainEqual(expect.stringMatching(sentence));
  });

  test.each(allowed)("allow in %s: %s", async (file, code) => {
    const own = (await problemsOf(file, code)).filter(
      (message) => !/is not defined|Expected an assignment/.test(message),
    );
    expect(own).toEqual([]);
  });
});
