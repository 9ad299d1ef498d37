import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { weighApp, type AppChunk } from "../build/app-budget.ts";

// Random text does not shrink below three quarters.
const chunk = (fileName: string, kb: number, more: Partial<AppChunk> = {}): AppChunk => ({
  fileName,
  code: randomBytes(kb * 750).toString("base64"),
  isEntry: false,
  isDynamicEntry: false,
  imports: [],
  ...more,
});

test("check 7: the start of the app counts with all that it imports, and a route with what only it needs", () => {
  const start = chunk("app.js", 100, { isEntry: true, imports: ["shared.js"] });
  const shared = chunk("shared.js", 60);
  const route = chunk("route.js", 20, { isDynamicEntry: true, imports: ["shared.js", "part.js"] });
  expect(weighApp([start, shared, route, chunk("part.js", 20)])).toEqual([]);
  const problems = weighApp([start, chunk("shared.js", 200), route, chunk("part.js", 90)]);
  expect(problems).toHaveLength(2);
  expect(problems[0]).toMatch(/^the start of the app weighs .*; its budget is 195 KB$/);
  expect(problems[1]).toMatch(/^route.js weighs .*; its budget is 45 KB$/);
});
