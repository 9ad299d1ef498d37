import fc from "fast-check";
import { expect, test } from "vitest";
import { applyMask, masks } from "./masks.ts";
import type { MaskName } from "./masks.ts";

test("masks show what a person recognises and nobody can use", () => {
  expect(masks.initials("Ada  Lovelace")).toBe("A. L.");
  expect(masks.firstName("Ada  Lovelace")).toBe("Ada");
  expect(masks.firstName("Lovelace, Ada")).toBe("Ada");
  expect(masks.email("ada@mail.example.co.uk")).toBe("a•••@•••.uk");
  expect(masks.phone("+46 70-123 45 67")).toBe("•••67");
  expect(masks.network("203.0.113.77")).toBe("203.0.113.0/24");
});

test("what is not of a mask's form shows nothing", () => {
  expect(masks.firstName("ada@example.com")).toBe("•••");
  expect(masks.email("no address")).toBe("•••");
  expect(masks.email("@example.com")).toBe("•••");
  expect(masks.email("")).toBe("•••");
  expect(masks.network("somewhere")).toBe("•••");
});

test("a mask on a mask changes nothing, whatever the text", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.emailAddress(),
    fc.ipV4(),
    fc.ipV6(),
    fc.constantFrom("1234567", "Ö å"),
  );
  fc.assert(
    fc.property(fc.constantFrom(...(Object.keys(masks) as MaskName[])), anyText, (mask, text) => {
      const once = masks[mask](text);
      expect(masks[mask](once)).toBe(once);
    }),
  );
});

test("lists are masked item by item, null stays null, and nothing else gets through", () => {
  expect(applyMask("phone", ["070 11", null, ["12"]])).toEqual(["•••11", null, ["•••12"]]);
  expect(applyMask("phone", null)).toBe(null);
  expect(applyMask("phone", { number: "070" })).toBe(null);
  expect(applyMask("phone", 70)).toBe(null);
});
