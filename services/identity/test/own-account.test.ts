import { anonymous, type Caller } from "@tidbok/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  callerOf,
  logIn,
  newPerson,
  password,
  startIdentity,
  type Identity,
} from "./support/start-identity.ts";

let identity: Identity;
beforeAll(async () => {
  identity = await startIdentity();
});
afterAll(() => identity.stop());

const enter = (email: string, change: object = {}) =>
  identity.mutate(anonymous, ["logIn", "account { id }"], {
    email,
    password,
    delivery: "TOKENS",
    ...change,
  });

describe("changing the password", () => {
  test("takes the old one, ends all other sessions and keeps this one", async () => {
    const here = await newPerson(identity, { email: "change@example.test" });
    const there = await logIn(identity, "change@example.test");
    const change = (currentPassword: string, newPassword: string) =>
      identity.mutate(here.caller, ["changePassword", "id"], { currentPassword, newPassword });
    expect((await change("wrong", "another good one")).code).toBe("WRONG_PASSWORD");
    expect((await change(password, "change@example.test")).code).toBe("INVALID_INPUT");
    expect((await change(password, "another good one")).code).toBeUndefined();
    expect((await callerOf(identity, here.cookie)).id).toBe(here.id);
    await expect(callerOf(identity, there.cookie)).rejects.toThrow();
    expect((await enter("change@example.test")).code).toBe("LOGIN_FAILED");
    const fresh = await enter("change@example.test", { password: "another good one" });
    expect(fresh.code).toBeUndefined();
  });
});

describe("a profile", () => {
  test("is changed field by field by its person, and takes nothing else", async () => {
    const { caller } = await newPerson(identity, { email: "profile@example.test" });
    const update = (who: Caller, input: object) =>
      identity.mutate(who, ["updateProfile", "displayName timeZone locale email"], input);
    expect((await update(caller, { name: "Astrid Berg", timeZone: "Asia/Tokyo" })).value).toEqual({
      displayName: "Astrid Berg",
      timeZone: "Asia/Tokyo",
      locale: "sv",
      email: "profile@example.test",
    });
    expect((await update(caller, { name: null, locale: "en" })).value.displayName).toBe(
      "Astrid Berg",
    );
    expect((await update(caller, { name: " ", timeZone: "CET+1" })).code).toBe("INVALID_INPUT");
    expect((await update(caller, { email: "other@example.test" })).code).toBe("BAD_REQUEST");
    expect((await update(anonymous, { name: "X" })).code).toBe("UNAUTHENTICATED");
  });
});
