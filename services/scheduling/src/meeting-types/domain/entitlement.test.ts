import { expect, test } from "vitest";
import { allowOneMore, freePlan } from "./entitlement.ts";

test("a plan allows as many as it says, and one without a limit any number", () => {
  expect(() => allowOneMore(freePlan, 2)).not.toThrow();
  expect(() => allowOneMore(freePlan, 3)).toThrow(
    expect.objectContaining({ code: "PLAN_LIMIT_REACHED", details: { activeMeetingTypes: 3 } }),
  );
  expect(() => allowOneMore({ plan: "PRO", activeMeetingTypes: null }, 10_000)).not.toThrow();
});
