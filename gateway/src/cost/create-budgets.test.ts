import { anonymous, type Caller } from "@tidbok/domain";
import { expect, test } from "vitest";
import { createBudgets } from "./create-budgets.ts";

const origin = (network: string | null) =>
  ({ network, deviceType: "PROGRAM", browserFamily: "OTHER" }) as const;
const script = (clientId: string, accountId: string | null): Caller => ({
  kind: "client",
  clientId,
  accountId,
  memberships: [],
  scopes: [],
  purpose: "provide.integrate",
});
const attendee = (attendeeId: string): Caller => ({
  kind: "attendee",
  attendeeId,
  bookingId: "booking",
  purpose: "provide.schedule",
});

/** What is left of a budget of 100 after each caller has spent 10 in turn. */
async function leftAfter(callers: readonly Caller[], network: string | null) {
  const budgets = createBudgets(100);
  const left: number[] = [];
  for (const caller of callers) {
    const { charge } = await budgets({ caller, origin: origin(network) }, 10);
    left.push(charge.remaining);
  }
  return left;
}

test("all personal tokens of a person share one budget, and other persons have their own", async () => {
  const callers = [script("a", "kim"), script("b", "kim"), script("c", "lee"), script("a", null)];
  expect(await leftAfter(callers, "192.0.2.0")).toEqual([90, 80, 90, 90]);
});

test("attendees without a known network share the budget of such visitors, others have their own", async () => {
  const callers = [anonymous, attendee("a"), attendee("b")];
  expect(await leftAfter(callers, null)).toEqual([90, 80, 70]);
  expect(await leftAfter(callers, "192.0.2.0")).toEqual([90, 90, 90]);
});
