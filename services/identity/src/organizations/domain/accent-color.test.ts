import fc from "fast-check";
import { expect, test } from "vitest";
import { isReadable, nearestReadable } from "./accent-color.ts";

test("an accent passes when white or near-black text on it has a contrast of 4.5", () => {
  for (const color of ["#ffffff", "#000000", "#0b57d0", "#ffd400"]) {
    expect([color, isReadable(color)]).toEqual([color, true]);
  }
  for (const color of ["#7a7a7a", "#777777"]) {
    expect([color, isReadable(color)]).toEqual([color, false]);
  }
});

test("the nearest accent that passes does pass, and one that passes is its own nearest", () => {
  const byte = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(byte, byte, byte, (...bytes) => {
      const color = `#${bytes.map((each) => each.toString(16).padStart(2, "0")).join("")}`;
      const nearest = nearestReadable(color);
      expect(isReadable(nearest)).toBe(true);
      if (isReadable(color)) expect(nearest).toBe(color);
    }),
  );
});
