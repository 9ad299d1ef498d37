import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Linter } from "eslint";
import tseslint from "typescript-eslint";
import { afterAll, expect, test } from "vitest";
import { subjectOrder } from "./subject-order.ts";

const root = mkdtempSync(path.join(tmpdir(), "tidbok-subjects-"));
afterAll(() => rmSync(root, { recursive: true }));
mkdirSync(path.join(root, "services/scheduling/src"), { recursive: true });
writeFileSync(
  path.join(root, "services/scheduling/src/subjects.ts"),
  '/** The order. */\nexport const subjects = ["slots", "bookings", "series"] as const;\n',
);

const linter = new Linter({ cwd: root });

function problemsOf(file: string, code: string): readonly string[] {
  const config: Linter.Config = {
    files: ["**/*.ts"],
    languageOptions: { parser: tseslint.parser as Linter.Parser },
    plugins: { tidbok: { rules: { "subject-order": subjectOrder(root) } } },
    rules: { "tidbok/subject-order": "error" },
  };
  return linter
    .verify(code, config, { filename: path.join(root, file) })
    .map(({ message }) => message);
}

const source = "services/scheduling/src";
const sentence =
  "bookings may not import from series: a subject imports only from those before it in src/subjects.ts (slots, bookings, series).";

const refused: readonly (readonly [file: string, code: string])[] = [
  ["bookings/actions/a.ts", 'import { a } from "../../series/actions/a.ts";'],
  ["bookings/actions/steps/a.ts", 'import { a } from "../../../series/domain/a.ts";'],
  ["bookings/domain/a.ts", 'import type { A } from "../../series/domain/a.ts";'],
  ["bookings/domain/a.ts", 'export { a } from "../../series/domain/a.ts";'],
  ["bookings/domain/a.ts", 'export * from "../../series/domain/a.ts";'],
  ["bookings/domain/a.ts", 'const a = await import("../../series/domain/a.ts");'],
  ["bookings/resolvers.ts", 'import { a } from "../series/actions/a.ts";'],
  ["bookings/resolvers/booking.ts", 'import { a } from "../../series/actions/a.ts";'],
];

test.each(refused)("refuses in %s: %s", (file, code) => {
  expect(problemsOf(`${source}/${file}`, code)).toEqual([sentence]);
});

test("refuses a subject that the list does not have", () => {
  const found = problemsOf(`${source}/notes/domain/a.ts`, 'import "../../slots/domain/a.ts";');
  expect(found).toEqual([expect.stringMatching(/^notes may not import from slots: /)]);
});

const allowed: readonly (readonly [file: string, code: string])[] = [
  [`${source}/series/actions/a.ts`, 'import { a } from "../../bookings/actions/a.ts";'],
  [`${source}/series/actions/a.ts`, 'import type { A } from "../../slots/domain/a.ts";'],
  [`${source}/bookings/actions/a.ts`, 'import { a } from "./steps/a.ts"; import "../domain/b.ts";'],
  [`${source}/bookings/actions/a.ts`, 'import type { Context } from "../../context.ts";'],
  [`${source}/bookings/store/a.ts`, 'import { a } from "../../store/client.ts"; import "zod";'],
  [`${source}/bookings/domain/a.test.ts`, 'import { a } from "../../series/domain/a.ts";'],
  [`${source}/server.ts`, 'import { a } from "./series/actions/a.ts";'],
  [`${source}/relations.ts`, 'import { a } from "./series/actions/a.ts";'],
  [`${source}/store/index.ts`, 'import { a } from "../series/store/a.ts";'],
  [`${source}/reactions/a.ts`, 'import { a } from "../series/actions/a.ts";'],
  [`${source}/resolvers.ts`, 'import { a } from "./series/resolvers.ts";'],
  // identity has no list in this folder.
  ["services/identity/src/accounts/actions/a.ts", 'import "../../sessions/actions/a.ts";'],
  ["services/billing/src/actions/a.ts", 'import { a } from "../domain/a.ts";'],
];

test.each(allowed)("allows in %s: %s", (file, code) => {
  expect(problemsOf(file, code)).toEqual([]);
});
