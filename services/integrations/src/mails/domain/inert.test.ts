import { expect, test } from "vitest";
import { hasLink, inert } from "./inert.ts";

const linked = [
  "Win at https://evil.example/now",
  "Your account is locked: evil.com",
  "www.evil.app",
  "see bit.ly/x today",
  "http://10.0.0.1/a",
  "write to help@evil.org",
  "пример.рф",
  "evil。com",
  "evil．com",
];

test.each(linked)("%s is not clickable any more", (text) => {
  expect(hasLink(text)).toBe(true);
  expect(hasLink(inert(text))).toBe(false);
});

test.each([
  "Coaching",
  "Frågor & svar 10.30",
  "Dr. Andersson",
  "and/or",
  "Node.js for beginners",
  "Kungsgatan 1, Stockholm",
])("%s stays as it is", (text) => {
  expect(hasLink(text)).toBe(false);
  expect(inert(text)).toBe(text);
});

test("the reader can still read where a link leads", () => {
  expect(inert("Join at https://meet.example.org/a")).toBe(
    "Join at https[:]//meet[.]example[.]org/a",
  );
});
