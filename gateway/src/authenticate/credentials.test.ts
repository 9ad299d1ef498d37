import { expect, test } from "vitest";
import { credentialsOf } from "./credentials.ts";

const jwt = (header: object) =>
  `${Buffer.from(JSON.stringify(header)).toString("base64url")}.e30.c2ln`;

test("nothing shown is nobody", () => {
  expect(credentialsOf({ authorization: undefined, cookie: undefined })).toEqual({ kind: "none" });
});

test("a cookie is a session", () => {
  const shown = credentialsOf({ authorization: undefined, cookie: "abc" });
  expect(shown).toEqual({ kind: "cookie", token: "abc" });
});

test("a bearer token wins over a cookie", () => {
  const token = jwt({ typ: "at+jwt", alg: "ES256" });
  const shown = credentialsOf({ authorization: `Bearer ${token}`, cookie: "abc" });
  expect(shown).toEqual({ kind: "access", token, scheme: "Bearer" });
});

test("the token's type says whether it is a manage link", () => {
  const token = jwt({ typ: "manage+jwt", alg: "EdDSA" });
  expect(credentialsOf({ authorization: `bearer ${token}`, cookie: undefined })).toEqual({
    kind: "manageLink",
    token,
  });
});

test("a person's own token for scripts is known by how it begins", () => {
  const token = `tidbok_pat_${"a".repeat(43)}`;
  const shown = (authorization: string) => credentialsOf({ authorization, cookie: undefined });
  expect(shown(`Bearer ${token}`)).toEqual({ kind: "personal", token });
  expect(shown(`DPoP ${token}`)).toEqual({ kind: "unknown" });
  expect(shown(`Bearer ${token}a`)).toEqual({ kind: "unknown" });
});

test.each([
  "Basic abc",
  "Bearer",
  "Bearer abc",
  `Bearer ${jwt({ typ: "caller+jwt" })}`,
  "Bearer a b",
])("%s is nothing that we gave out", (authorization) => {
  expect(credentialsOf({ authorization, cookie: "abc" })).toEqual({ kind: "unknown" });
});
