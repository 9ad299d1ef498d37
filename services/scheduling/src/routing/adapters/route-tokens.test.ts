import { newId } from "@tidbok/domain";
import { expect, test } from "vitest";
import { createRouteTokens } from "./route-tokens.ts";

const tokens = createRouteTokens("a secret");
const claims = { meetingTypeId: newId(), group: "Enterprise", expiresAt: 1_800_000_000_123 };

test("a token says what it was made of, and names no group", () => {
  const token = tokens.mint(claims);
  const { isGroup, ...read } = tokens.read(token)!;
  const { group, ...rest } = claims;
  expect(read).toEqual(rest);
  expect([isGroup(group), isGroup("Small"), isGroup("")]).toEqual([true, false, false]);
  expect(Buffer.from(token, "base64url").toString("latin1")).not.toContain(group);
});

test("a token of another secret, with any byte changed, cut or longer is none", () => {
  const token = tokens.mint(claims);
  expect(createRouteTokens("another").read(token)).toBeNull();
  const bytes = Buffer.from(token, "base64url");
  for (let i = 0; i < bytes.length; i += 1) {
    const forged = Buffer.from(bytes);
    forged[i]! ^= 1;
    expect(tokens.read(forged.toString("base64url"))).toBeNull();
  }
  for (const other of ["", "x", bytes.subarray(1).toString("base64url"), `${token}AAAA`]) {
    expect(tokens.read(other)).toBeNull();
  }
});
