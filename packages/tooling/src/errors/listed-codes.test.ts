import { expect, test } from "vitest";
import { problemsWith, type Changes } from "../shape/problems-with.ts";

const source = "services/billing/src";
const codes = `export const errorCodes = {
  PLAN_GONE: "The plan is gone.",
} as const;
export type ErrorCode = keyof typeof errorCodes;
`;
const error = `export class PlanGone extends DomainError<ErrorCode> {
  constructor() {
    super("PLAN_GONE", "The plan is gone.");
  }
}
`;
const files: Changes = {
  [`${source}/error-codes.ts`]: codes,
  [`${source}/domain/plan-gone.ts`]: error,
};

test("finds nothing when each error names the union and each code is used", () => {
  expect(problemsWith(files)).toEqual([]);
});

test.each<readonly [fault: string, changes: Changes, found: RegExp]>([
  [
    "an error without the union",
    { [`${source}/domain/plan-gone.ts`]: error.replace("<ErrorCode>", "") },
    /plan-gone\.ts: has a DomainError without its union/,
  ],
  [
    "an error that is made in place",
    { [`${source}/domain/plan-gone.ts`]: `${error}throw new DomainError("PLAN_GONE", "Gone.");` },
    /plan-gone\.ts: has a DomainError without its union/,
  ],
  [
    "a code that no file uses",
    { [`${source}/domain/plan-gone.ts`]: null },
    /error-codes\.ts: lists PLAN_GONE, which no file uses/,
  ],
])("finds %s", (_fault, changes, found) => {
  expect(problemsWith({ ...files, ...changes })).toContainEqual(expect.stringMatching(found));
});
