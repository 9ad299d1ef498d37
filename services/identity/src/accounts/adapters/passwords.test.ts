import { createTurns } from "@tidbok/service";
import { expect, test } from "vitest";
import { createPasswords } from "./passwords.ts";

test("refuses at once what could not be answered in time, and takes more when the line is shorter", async () => {
  const passwords = await createPasswords(createTurns({ atOnce: 1, waitingAtMost: 1 }));
  const known = await passwords.hash("correct horse");
  const tries = await Promise.allSettled(
    ["correct horse", "wrong", "correct horse"].map((text) => passwords.matches(known, text)),
  );
  expect(tries).toMatchObject([
    { status: "fulfilled", value: true },
    { status: "fulfilled", value: false },
    { status: "rejected", reason: { code: "TOO_BUSY" } },
  ]);
  expect(await passwords.matches(known, "correct horse")).toBe(true);
});
