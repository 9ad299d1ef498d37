import { isProtectedScope, isScope, scopeNames, scopes } from "@tidbok/domain";
import { expect, test } from "vitest";
import { dataCategories, dataMap } from "../data-map.ts";

const rows = dataCategories.map((category) => ({ category, ...dataMap[category] }));

test("the data map and the scopes are one vocabulary", () => {
  for (const { category, scope } of rows) {
    expect([category, scope === null || isScope(scope)]).toEqual([category, true]);
  }
  const revealing = new Set<string | null>(rows.map(({ scope }) => scope));
  for (const name of scopeNames) {
    // A scope that neither opens a field nor reveals a category would be asked for and mean nothing.
    expect([name, scopes[name].opens.length > 0 || revealing.has(name)]).toEqual([name, true]);
  }
});

test("a scope is protected exactly when a category is that it reveals", () => {
  for (const name of scopeNames) {
    const reveals = rows.filter(({ scope }) => scope === name);
    const isProtected = reveals.some(({ sensitivity }) => sensitivity === "protected");
    expect([name, isProtectedScope(name)]).toEqual([name, isProtected]);
  }
});
