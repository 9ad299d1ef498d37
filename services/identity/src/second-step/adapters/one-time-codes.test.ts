import { Secret } from "otpauth";
import { expect, test } from "vitest";
import { readCode } from "../domain/authenticator.ts";
import { oneTimeCodes } from "./one-time-codes.ts";

// RFC 6238, appendix B: the secret of its table, and the last six of its eight digits.
const secret = Secret.fromUTF8("12345678901234567890").base32;

test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
])("at second %i the code is %s, as the standard's table says", (second, code) => {
  expect(oneTimeCodes.stepOf({ secret, code }, second * 1000)).toBe(Math.floor(second / 30));
});

test("a clock may be half a minute wrong, and no more", () => {
  const at = (step: number) => oneTimeCodes.stepOf({ secret, code: "050471" }, step * 30_000);
  const step = Math.floor(1_111_111_111 / 30);
  expect([at(step - 1), at(step), at(step + 1)]).toEqual([step, step, step]);
  expect([at(step - 2), at(step + 2)]).toEqual([null, null]);
});

test("an app is told issuer, account and secret", () => {
  const made = oneTimeCodes.newSecret();
  const uri = new URL(oneTimeCodes.uriOf(made, "a@example.test"));
  expect(uri.protocol).toBe("otpauth:");
  expect(uri.searchParams.get("secret")).toBe(made);
  expect(uri.searchParams.get("issuer")).toBe("Tidbok");
  expect(made).toHaveLength(32);
});

test("a recovery code is read as it is shown", () => {
  const code = oneTimeCodes.newRecoveryCode();
  expect(code).toMatch(/^([a-z2-7]{4}-){3}[a-z2-7]{4}$/);
  expect(readCode(code)).toEqual({ kind: "RECOVERY_CODE", code: code.replaceAll("-", "") });
});
