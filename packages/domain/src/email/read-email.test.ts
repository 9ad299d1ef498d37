import fc from "fast-check";
import { expect, test } from "vitest";
import { readEmail } from "./read-email.ts";

const label = "a".repeat(63);

test.each([
  ["ada@example.org", "ada@example.org"],
  ["b&b@example.org", "b&b@example.org"],
  ["a=b@example.org", "a=b@example.org"],
  ["o'hara@example.org", "o'hara@example.org"],
  ["a/b@example.org", "a/b@example.org"],
  ["!#$%&'*+/=?^_`{|}~-@example.org", "!#$%&'*+/=?^_`{|}~-@example.org"],
  ["Ada+Tag@Example.ORG", "Ada+Tag@example.org"],
  ["ada@bücher.example", "ada@xn--bcher-kva.example"],
  ["ada@BU\u0308CHER.example", "ada@xn--bcher-kva.example"],
  ["ada@XN--BCHER-KVA.example", "ada@xn--bcher-kva.example"],
  ["ada@例え.テスト", "ada@xn--r8jz45g.xn--zckzah"],
  ["ada@räksmörgås。se", "ada@xn--rksmrgs-5wao1o.se"],
  [" \u202Aada@example.org\u202C\u00A0", "ada@example.org"],
  [`${"a".repeat(64)}@example.org`, `${"a".repeat(64)}@example.org`],
])("%j is the address %s", (text, email) => {
  expect(readEmail(text)).toEqual({ email });
});

test.each([
  ["", "must be an e-mail address"],
  ["ada", "must be an e-mail address"],
  ["@example.org", "must be an e-mail address"],
  ["ada@", "must be an e-mail address"],
  ["ada@localhost", "must be an e-mail address"],
  ["ada@127.0.0.1", "must be an e-mail address"],
  ["ada@0x7f.1", "must be an e-mail address"],
  ["ada@[127.0.0.1]", "must be an e-mail address"],
  ["ada@ex%61mple.org", "must be an e-mail address"],
  ["ada@-example.org", "must be an e-mail address"],
  ["ada@example.org.", "must be an e-mail address"],
  ["ada.@example.org", "must be an e-mail address"],
  ["a..b@example.org", "must be an e-mail address"],
  ["ada@example.org, bo@example.org", "must be an e-mail address"],
  ["a b@example.org", "must be an e-mail address"],
  ["ada@example.org\r\nBcc: bo@example.org", "must be an e-mail address"],
  ['"a b"@example.org', "must have no quotes before the @: few mail servers take them"],
  ["åsa@example.org", "must have only letters a to z, digits and signs before the @"],
  [`${"a".repeat(65)}@example.org`, "must have 64 characters before the @ at most"],
  [`${"a".repeat(64)}@${label}.${label}.${label}.se`, "must have 254 characters at most"],
])("%j is refused: %s", (text, problem) => {
  expect(readEmail(text)).toEqual({ problem });
});

test("what is read is read again as itself, and is ASCII of a length that mail servers take", () => {
  const address = fc
    .tuple(fc.string({ unit: "grapheme" }), fc.domain())
    .map((each) => each.join("@"));
  fc.assert(
    fc.property(fc.oneof(fc.emailAddress(), address), (text) => {
      const read = readEmail(text);
      if ("problem" in read) return;
      expect(readEmail(read.email)).toEqual(read);
      expect(read.email).toMatch(/^[\x21-\x7e]{3,254}$/);
    }),
  );
});
