import { expect, test } from "vitest";
import { derivedId } from "./derived-id.ts";
import { isId } from "./is-id.ts";
import { newId } from "./new-id.ts";

test("a derived id is the same for the same ids, another for others, and spells out none of them", () => {
  const [one, two] = [newId(), newId()];
  const id = derivedId("AppGrant", [one, two]);
  expect(isId(id)).toBe(true);
  expect(derivedId("AppGrant", [one.toUpperCase(), two])).toBe(id);
  const others = [
    derivedId("AppGrant", [two, one]),
    derivedId("AppAccess", [one, two]),
    derivedId("AppGrant", [one]),
  ];
  expect(new Set([id, ...others]).size).toBe(4);
  expect(id).not.toContain(one.slice(0, 8));
});
