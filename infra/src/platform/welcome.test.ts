import { expect, test } from "vitest";
import type { Demo } from "../seed/demo.ts";
import { publicUrl, readSettings } from "./settings.ts";
import { welcome } from "./welcome.ts";

test("what a start prints is the public address, whose host is a name that passkeys can have", async () => {
  const settings = readSettings({ TIDBOK_PORT_GATEWAY: "4321" });
  const text = await welcome(settings, null);
  expect(publicUrl(settings.ports)).toBe("http://localhost:4321");
  expect(text).toContain("http://localhost:4321/graphql");
  expect(text).toContain("http://localhost:4321/app");
  expect(text).not.toContain("127.0.0.1:4321");
});

test("the booking page is printed at the public address, too", async () => {
  const settings = readSettings({ TIDBOK_PORT_GATEWAY: "4321" });
  const named = (name: string) => ({ id: name, slug: name });
  const demo: Demo = { organization: named("fika"), meetingType: named("intro"), logins: [] };
  const text = await welcome(settings, demo);
  expect(text).toContain("http://localhost:4321/@fika/intro");
  expect(text).not.toContain("127.0.0.1:4321");
});
