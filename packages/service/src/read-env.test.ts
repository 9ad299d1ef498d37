import { expect, test } from "vitest";
import { ConfigMistakes, readEnv } from "./read-env.ts";

test("every mistake is told at once, and no value is printed", () => {
  const env = { PORT: "eighty", DATABASE_URL: "secret-not-a-url", LEVEL: "loud" };
  const read = () =>
    readEnv(env, (from) => ({
      port: from.port("PORT"),
      url: from.url("DATABASE_URL"),
      level: from.oneOf("LEVEL", { choices: ["info", "warn"] }),
      key: from.file("KEY_FILE"),
    }));
  expect(read).toThrow(ConfigMistakes);
  expect(read).toThrow(/PORT.*\n.*DATABASE_URL.*\n.*LEVEL.*\n.*KEY_FILE/);
  expect(read).not.toThrow(/secret-not-a-url|eighty|loud/);
});

test("defaults stand in for what is missing or empty", () => {
  const config = readEnv({ HOST: "" }, (from) => ({
    port: from.port("PORT", 4000),
    host: from.text("HOST", "127.0.0.1"),
  }));
  expect(config).toEqual({ port: 4000, host: "127.0.0.1" });
});

test("a port beyond 65535 is none", () => {
  expect(() => readEnv({ PORT: "65536" }, (from) => from.port("PORT"))).toThrow(ConfigMistakes);
});
