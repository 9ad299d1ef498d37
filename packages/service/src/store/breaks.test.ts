import { expect, test } from "vitest";
import { breaks, sqlState } from "./breaks.ts";

// The shape in which Prisma 7 hands on an exclusion violation.
const wrapped = Object.assign(new Error("Invalid `prisma.$executeRaw()` invocation"), {
  code: "P2010",
  meta: {
    driverAdapterError: Object.assign(new Error("DriverAdapterError"), {
      cause: {
        originalCode: "23P01",
        originalMessage:
          'conflicting key value violates exclusion constraint "reservation_no_overlap"',
      },
    }),
  },
});

test("the constraint's name is found however deep it is wrapped", () => {
  expect(breaks(wrapped, "reservation_no_overlap")).toBe(true);
  expect(breaks(wrapped, "reservation_no")).toBe(false);
  expect(breaks(new Error("something else"), "reservation_no_overlap")).toBe(false);
});

test("so is the database's own code, and Prisma's is not taken for one", () => {
  expect(sqlState(wrapped)).toBe("23P01");
  expect(sqlState(new Error("no code"))).toBeNull();
});
