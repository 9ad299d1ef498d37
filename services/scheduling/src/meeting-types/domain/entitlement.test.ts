import { expect, test } from "vitest";
import { allowAnother, untilTold } from "./entitlement.ts";

test("a plan allows as many as it says, and one without a limit any number", () => {
  expect(() => allowAnother(untilTold, 2)).not.toThrow();
  expect(() => allowAnother(untilTold, 3)).toThrow(
    expect.objectContaining({ code: "PLAN_LIMIT_REACHED", details: { activeMeetingTypes: 3 } }),
  );
  expect(() => allowAnother({ plan: "PRO", activeMeetingTypes: null }, 10_000)).not.toThrow();
});
