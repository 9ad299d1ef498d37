import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { requestIdOf, traceparentFor, traceparentOf } from "./request-context.ts";

test("a request's id is found again in the trace that was made for it", () => {
  const requestId = randomUUID();
  const traceparent = traceparentFor(requestId);
  expect(traceparentOf(traceparent)).toBe(traceparent);
  expect(requestIdOf(traceparent)).toBe(requestId);
});

test.each([undefined, "", "00-abc-def-01", `${traceparentFor(randomUUID())} anna@example.com`])(
  "what is no trace context is dropped: %s",
  (header) => {
    expect(traceparentOf(header)).toBeNull();
  },
);
