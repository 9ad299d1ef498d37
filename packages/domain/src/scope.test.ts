import { expect, test } from "vitest";
import type { Caller } from "./caller.ts";
import { scopeNames, scopeObstacle, scopes } from "./scope.ts";

const app = (held: readonly string[]): Caller => ({
  kind: "client",
  clientId: "app",
  accountId: "person",
  memberships: [],
  scopes: held,
  purpose: "provide.integrate",
});

test("lets a scope that reads open no mutation, and one that writes nothing but mutations", () => {
  for (const name of scopeNames) {
    const isWrite = name.endsWith(":write");
    for (const coordinate of scopes[name].opens) {
      expect([coordinate, coordinate.startsWith("Mutation.")]).toEqual([coordinate, isWrite]);
    }
  }
});

test("opens each field by one scope at most", () => {
  const opened = scopeNames.flatMap((name) => scopes[name].opens);
  expect(new Set(opened).size).toBe(opened.length);
});

test("names the scope that an app lacks, and closes what no scope opens", () => {
  expect(scopeObstacle(app([]), "Mutation.cancelBooking")).toBe("bookings:write");
  expect(scopeObstacle(app(["bookings:read"]), "Mutation.cancelBooking")).toBe("bookings:write");
  expect(scopeObstacle(app(["bookings:write"]), "Mutation.cancelBooking")).toBeNull();
  expect(scopeObstacle(app(scopeNames), "Mutation.changePassword")).toBe("closed");
  expect(scopeObstacle(app(scopeNames), "Query.sessions")).toBe("closed");
  expect(scopeObstacle(app([]), "Query.meetingType")).toBeNull();
  expect(scopeObstacle(app([]), "Booking.startAt")).toBeNull();
});

test("stands in nobody else's way", () => {
  const person: Caller = {
    kind: "account",
    accountId: "person",
    sessionId: "session",
    isFresh: true,
    memberships: [],
    purpose: "provide.schedule",
  };
  expect(scopeObstacle(person, "Mutation.changePassword")).toBeNull();
});
