import { describe, expect, test } from "vitest";
import { isLive, isUnseen, startSession } from "./session.ts";

const day = 86_400_000;
const start = Date.UTC(2027, 0, 1);
const session = startSession(
  { id: "s", accountId: "a", delivery: "COOKIE", methods: ["PASSWORD"] },
  start,
);

describe("a session", () => {
  test("lives for 14 days without being used, and not a moment longer", () => {
    expect(isLive(session, start + 14 * day - 1)).toBe(true);
    expect(isLive(session, start + 14 * day)).toBe(false);
  });

  test("ends after 90 days however recently it was used", () => {
    const used = { ...session, lastSeenAt: start + 90 * day - 1 };
    expect(isLive(used, start + 90 * day - 1)).toBe(true);
    expect(isLive(used, start + 90 * day)).toBe(false);
  });

  test("does not live once it was ended", () => {
    expect(isLive({ ...session, endedAt: start }, start)).toBe(false);
  });

  test("is noted as seen once an hour", () => {
    expect(isUnseen(session, start + 3_599_999)).toBe(false);
    expect(isUnseen(session, start + 3_600_000)).toBe(true);
  });
});
