import { describe, expect, test } from "vitest";
import { readSettings } from "./settings.ts";

describe("what a local run may be told", () => {
  test("without a word the ports are those of the README", () => {
    expect(readSettings({}).ports).toMatchObject({ gateway: 4000, postgres: 54320, nats: 42220 });
  });

  test("a variable moves a port", () => {
    expect(readSettings({ TIDBOK_PORT_GATEWAY: "5000" }).ports.gateway).toBe(5000);
  });

  test("all mistakes are said at once, each with its variable", () => {
    const env = {
      TIDBOK_PORT_NATS: "many",
      TIDBOK_PORT_SMTP: "70000",
      TIDBOK_PORT_MAILBOX: "4000",
    };
    expect(() => readSettings(env)).toThrow(
      /TIDBOK_PORT_NATS must be a port.*TIDBOK_PORT_SMTP must be a port.*share port 4000: set TIDBOK_PORT_MAILBOX/,
    );
  });
});
