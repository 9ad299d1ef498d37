import { expect, test } from "vitest";
import { isUnavailable } from "./is-unavailable.ts";
import { TooBusy } from "./too-busy.ts";

const withCode = (code: string, cause?: Error) =>
  Object.assign(new Error("failed", { cause }), { code });

// A raw query of Prisma's after its connection was cut, as the adapter tells it.
const rawQuery = (kind: string) =>
  Object.assign(withCode("P2010"), { meta: { driverAdapterError: { cause: { kind } } } });

test.each([
  rawQuery("ConnectionClosed"),
  rawQuery("DatabaseNotReachable"),
  withCode("P2028"),
  withCode("57P01"),
  withCode("55P03"),
  withCode("P2034"),
  withCode("53100"),
  withCode("25006"),
  withCode("X", withCode("ECONNREFUSED")),
  withCode("EAI_AGAIN"),
  new TooBusy(),
  new Error("timeout exceeded when trying to connect"),
  new Error("Connection terminated unexpectedly"),
  new Error("Client has encountered a connection error and is not queryable"),
])("a database that is away or busy is unavailable: %s", (error) => {
  expect(isUnavailable(error)).toBe(true);
});

test.each([
  withCode("23505"),
  withCode("42501"),
  rawQuery("UniqueConstraintViolation"),
  new Error("undefined is not a function"),
  "text",
  null,
])("a mistake of ours is none of that: %s", (error) => {
  expect(isUnavailable(error)).toBe(false);
});
