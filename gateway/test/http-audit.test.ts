import { auditServer } from "graphql-http";
import { expect, test } from "vitest";
import { runningPlatform } from "./support/running-platform.ts";

test("of the audit of GraphQL over HTTP no MUST and no SHOULD fails", async () => {
  const results = await auditServer({ url: runningPlatform().graphql, fetchFn: fetch });
  expect(results.length).toBeGreaterThan(50);
  const failing = results.filter(({ status, name }) => status !== "ok" && !name.startsWith("MAY"));
  expect(failing.map(({ id, name }) => `${id} ${name}`)).toEqual([]);
});
