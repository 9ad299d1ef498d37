import { newId } from "@tidbok/domain";
import { expect, test } from "vitest";
import { entitlementsOf, startFree } from "./subscription.ts";

test("an organization starts on the free plan, active from that moment", () => {
  const organizationId = newId();
  expect(startFree(organizationId, 1_800_000_000_000)).toEqual({
    organizationId,
    plan: "FREE",
    state: "ACTIVE",
    startedAt: 1_800_000_000_000,
  });
});

test("the free plan allows three active meeting types", () => {
  expect(entitlementsOf(startFree(newId(), 0))).toEqual({ activeMeetingTypes: 3 });
});
