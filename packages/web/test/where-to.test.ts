import { expect, test } from "vitest";
import { home, whereTo } from "../src/entry/where-to.ts";

test.each(["/app", "/app/bookings/0190-ab", "/org/acme/members", "/graphiql", "/app/@demo/types/"])(
  "a log-in leads to the own page %s",
  (path) => {
    expect(whereTo(`?to=${encodeURIComponent(path)}`)).toBe(path);
  },
);

test.each([
  "",
  "https://elsewhere.example/app",
  "//elsewhere.example/app",
  "/\\elsewhere.example/app",
  "\\/elsewhere.example",
  "/app//elsewhere.example",
  "/app/../graphql",
  "/app?to=https://elsewhere.example",
  "/app#token",
  "/app\n//elsewhere.example",
  "/log-in",
  "/oauth/authorize",
  "/@stranger",
  "javascript:alert(1)",
  "app",
])("a log-in does not lead to %j", (path) => {
  expect(whereTo(`?to=${encodeURIComponent(path)}`)).toBe(home);
});
