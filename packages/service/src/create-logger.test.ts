import { expect, test } from "vitest";
import { createLogger } from "./create-logger.ts";

function linesOf(write: (log: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  write(createLogger("test", { destination: { write: (line) => void lines.push(line) } }));
  return lines.join("");
}

test("ids, codes and counts pass; anything else is dropped, at every level of nesting", () => {
  const line = linesOf((log) =>
    log.info({ bookingId: "b1", code: "X", email: "anna@example.com", row: { name: "Anna" } }, "m"),
  );
  expect(JSON.parse(line)).toMatchObject({ service: "test", bookingId: "b1", code: "X", msg: "m" });
  expect(line).not.toMatch(/anna/i);
});

test("an error's text, which may repeat a row, is not logged; its name, code and frames are", () => {
  const error = Object.assign(new Error("Key (email)=(anna@example.com) already exists"), {
    code: "23505",
  });
  const line = linesOf((log) => log.error({ err: error }, "failed"));
  expect(JSON.parse(line)).toMatchObject({ err: { name: "Error", code: "23505" } });
  expect(line).toContain("create-logger.test");
  expect(line).not.toMatch(/anna/);
});
