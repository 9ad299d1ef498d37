import { expect, test } from "vitest";
import { purposeName, purposeNamed, purposeNames, purposes } from "./purpose.ts";

test("the graph spells each purpose in one way, and reads it back", () => {
  expect(purposeNames.map(purposeNamed)).toEqual(purposes);
  expect(purposeName("provide.integrate")).toBe("PROVIDE_INTEGRATE");
  expect(purposeName("legal")).toBe("LEGAL");
});
