import { expect, test } from "vitest";
import type { Caller } from "./caller.ts";
import { openToApps } from "./open-to-apps.ts";
import { openToResearch } from "./open-to-research.ts";
import { scopeNames, scopeObstacle, scopes } from "./scope.ts";

const app = (held: readonly string[]): Caller => ({
  kind: "client",
  clientId: "app",
  accountId: "person",
  memberships: [],
  scopes: held,
  purpose: "provide.integrate",
});

test("lets a scope that reads open no mutation, and one that writes open nothing to ask for", () => {
  for (const name of scopeNames) {
    const foreign = name.endsWith(":write") ? /^(Query|Organization)\./ : /^Mutation\./;
    expect(scopes[name].opens.filter((coordinate) => foreign.test(coordinate))).toEqual([]);
  }
});

test("opens each field of Query and Mutation by one scope at most, and once", () => {
  const opened = scopeNames.flatMap((name) => scopes[name].opens);
  const roots = opened.filter((coordinate) => /^(Query|Mutation)\./.test(coordinate));
  expect(new Set(roots).size).toBe(roots.length);
  for (const name of scopeNames) {
    const { opens } = scopes[name];
    expect(new Set([...opens, ...openToApps]).size).toBe(opens.length + openToApps.length);
  }
});

test("names the scope that an app lacks, and closes what no scope opens", () => {
  expect(scopeObstacle(app([]), "Mutation.cancelBooking")).toBe("bookings:write");
  expect(scopeObstacle(app(["bookings:read"]), "Mutation.cancelBooking")).toBe("bookings:write");
  expect(scopeObstacle(app(["bookings:write"]), "Mutation.cancelBooking")).toBeNull();
  expect(scopeObstacle(app(scopeNames), "Mutation.changePassword")).toBe("closed");
  expect(scopeObstacle(app(scopeNames), "Query.sessions")).toBe("closed");
  expect(scopeObstacle(app([]), "Query.meetingType")).toBeNull();
  expect(scopeObstacle(app([]), "Booking.startAt")).toBe("bookings:read");
  expect(scopeObstacle(app(["bookings:write"]), "Booking.startAt")).toBeNull();
  expect(scopeObstacle(app(scopeNames), "Booking.notes")).toBe("closed");
  expect(scopeObstacle(app(scopeNames), "Booking.addedTomorrow")).toBe("closed");
  expect(scopeObstacle(app([]), "Slot.startAt")).toBeNull();
});

test("opens figures to an app for research, and no row, whatever its scopes are", () => {
  const research: Caller = { ...app(scopeNames), purpose: "research" } as Caller;
  expect(scopeObstacle(research, "Organization.bookingStatistics")).toBeNull();
  expect(scopeObstacle(research, "BookingFigures.noShowRate")).toBeNull();
  const others = [...openToApps, ...scopeNames.flatMap((name) => scopes[name].opens)].filter(
    (name) => !openToResearch.has(name),
  );
  for (const coordinate of others) {
    expect([coordinate, scopeObstacle(research, coordinate)]).toEqual([coordinate, "closed"]);
  }
  expect(
    scopeObstacle({ ...research, scopes: [] } as Caller, "Organization.bookingStatistics"),
  ).toBe("bookings:read");
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
