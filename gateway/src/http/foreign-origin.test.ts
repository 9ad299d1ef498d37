import { expect, test } from "vitest";
import { isForeignOrigin } from "./foreign-origin.ts";

const here = { publicUrl: "https://book.example", allowedOrigins: ["https://app.example"] };
const host = "127.0.0.1:4000";

test.each([
  [undefined, false, "a program that names no origin"],
  ["https://book.example", false, "our own page"],
  ["https://app.example", false, "a page that the operator allowed"],
  ["http://127.0.0.1:4000", false, "the host that was asked"],
  ["https://evil.example", true, "somebody else's page"],
  ["https://book.example.evil.example", true, "a host that only begins like ours"],
  ["http://book.example", true, "our name without TLS"],
  ["null", true, "a sandboxed page"],
])("%s is foreign: %s (%s)", (origin, expected, _why) => {
  expect(isForeignOrigin({ host, ...(origin !== undefined && { origin }) }, here)).toBe(expected);
});

test.each([
  ["same-origin", false],
  ["same-site", true],
  ["cross-site", true],
  ["none", true],
])(
  "a page behind a proxy that names our host is foreign when the browser says %s: %s",
  (site, expected) => {
    const headers = { host, origin: "http://localhost:5173", "sec-fetch-site": site };
    expect(isForeignOrigin(headers, here)).toBe(expected);
  },
);
