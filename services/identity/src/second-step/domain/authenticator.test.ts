import { expect, test } from "vitest";
import { readCode } from "./authenticator.ts";

test("a code is read as people type it, and what can be none is told from it", () => {
  expect(readCode(" 123 456 ")).toEqual({ kind: "CODE", code: "123456" });
  const recovery = { kind: "RECOVERY_CODE", code: "abcd2345efgh6777" };
  expect(readCode("ABCD-2345-efgh-6777")).toEqual(recovery);
  for (const typed of ["", "12345", "1234567", "abcd-2345-efgh-6770", "abcd"]) {
    expect(readCode(typed)).toBeNull();
  }
});
