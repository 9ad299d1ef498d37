import { expect, test } from "vitest";
import { afterAttempt, maximumAttempts, pauses, usedUp } from "./after-attempt.ts";

const now = 1_800_000_000_000;
const busy = { kind: "REFUSED", code: "SMTP_451", isPermanent: false } as const;

test("a mail that was taken is sent, and no error is left", () => {
  expect(afterAttempt({ kind: "SENT" }, { attempts: 3, createdAt: now, now })).toEqual({
    state: "SENT",
    dueAt: now,
    lastErrorCode: null,
    sentAt: now,
  });
});

test("after each refusal the wait is longer", () => {
  const waits = pauses.map(
    (_, index) => afterAttempt(busy, { attempts: index + 1, createdAt: now, now }).dueAt,
  );
  expect(waits.map((dueAt) => (dueAt - now) / 1000)).toEqual([1, 5, 30, 120, 600, 1800, 7200]);
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
});

test("after the last refusal the delivery has failed", () => {
  expect(afterAttempt(busy, { attempts: maximumAttempts - 1, createdAt: now, now }).state).toBe(
    "PENDING",
  );
  expect(afterAttempt(busy, { attempts: maximumAttempts, createdAt: now, now })).toMatchObject({
    state: "FAILED",
    lastErrorCode: "SMTP_451",
  });
});

test("a refusal for good fails at once", () => {
  const gone = { kind: "REFUSED", code: "SMTP_550", isPermanent: true } as const;
  expect(afterAttempt(gone, { attempts: 1, createdAt: now, now }).state).toBe("FAILED");
});

test("as long as the graph does not answer the delivery waits, however often it was tried", () => {
  const absent = { kind: "UNAVAILABLE", code: "GRAPH_UNAVAILABLE" } as const;
  expect(afterAttempt(absent, { attempts: 0, createdAt: now, now })).toEqual({
    state: "PENDING",
    dueAt: now + 5_000,
    lastErrorCode: "GRAPH_UNAVAILABLE",
    sentAt: null,
  });
});

test("a mail that can never be written fails after as many attempts as a refused one", () => {
  const unwritten = { kind: "UNWRITTEN", code: "GRAPH_ANSWER_UNREADABLE" } as const;
  const waits = pauses.map(
    (_, index) => afterAttempt(unwritten, { attempts: index + 1, createdAt: now, now }).dueAt - now,
  );
  expect(waits).toEqual(pauses);
  expect(afterAttempt(unwritten, { attempts: maximumAttempts, createdAt: now, now })).toMatchObject(
    {
      state: "FAILED",
      lastErrorCode: "GRAPH_ANSWER_UNREADABLE",
    },
  );
});

test("a mail that is held waits until then, and fails where that is three days after its news", () => {
  const held = { kind: "HELD", code: "TOO_MANY_MAILS", until: now + 3_600_000 } as const;
  expect(afterAttempt(held, { attempts: 0, createdAt: now, now })).toMatchObject({
    state: "PENDING",
    dueAt: now + 3_600_000,
    lastErrorCode: "TOO_MANY_MAILS",
  });
  const old = now - 3 * 24 * 3_600_000;
  expect(afterAttempt(held, { attempts: 0, createdAt: old, now })).toMatchObject({
    state: "FAILED",
    lastErrorCode: "TOO_MANY_MAILS",
  });
});

test("what nobody needs to be told any more is skipped, with the reason", () => {
  const gone = { kind: "UNNEEDED", code: "SUPERSEDED" } as const;
  expect(afterAttempt(gone, { attempts: 0, createdAt: now, now })).toMatchObject({
    state: "SKIPPED",
    lastErrorCode: "SUPERSEDED",
  });
});

test("a mail during which the worker dies every time is given up, too", () => {
  expect(usedUp({ attempts: maximumAttempts - 1, lastErrorCode: "OUTCOME_UNKNOWN" })).toBeNull();
  expect(usedUp({ attempts: maximumAttempts, lastErrorCode: "OUTCOME_UNKNOWN" })).toEqual({
    kind: "REFUSED",
    code: "OUTCOME_UNKNOWN",
    isPermanent: true,
  });
});
