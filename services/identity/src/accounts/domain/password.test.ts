import { describe, expect, test } from "vitest";
import { isGuessable, password } from "./password.ts";

const person = { email: "astrid.lind@example.test", name: "Astrid Lindqvist" };

describe("a password", () => {
  test.each([
    "password12345",
    "Password2026!!",
    "123456789012",
    "aaaaaaaaaaaaaa",
    "qwertyqwerty1",
    "abababababab",
    "Astrid Lindqvist",
    "astrid.lind@example.test",
    "astridlind2026",
  ])("is guessable as %s", (text) => {
    expect(isGuessable(text, person)).toBe(true);
  });

  test.each(["correct horse battery", "krysantemum i regn", "Xk7#pQ2$vL9@"])(
    "may be %s",
    (text) => {
      expect(isGuessable(text, person)).toBe(false);
    },
  );

  test("is the same whichever way its letters were composed", () => {
    expect(password.parse("blåbärsskogen")).toBe(password.parse("bla\u030Aba\u0308rsskogen"));
  });

  test("has 12 to 200 characters", () => {
    expect(password.safeParse("a".repeat(11)).success).toBe(false);
    expect(password.safeParse("a".repeat(200)).success).toBe(true);
    expect(password.safeParse("a".repeat(201)).success).toBe(false);
  });
});
