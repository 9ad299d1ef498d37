import { seedDemo } from "@tidbok/infra";
import { expect, test } from "vitest";
import { runningPlatform } from "./support/running-platform.ts";

test("a demo organization is made beside that of a seeding that was interrupted", async () => {
  const { graphql, mailbox, demo } = runningPlatform();
  const { organization, meetingType } = await seedDemo({ graphql, mailbox });
  expect(organization.slug).toMatch(/^demo-[0-9a-f]{6}$/);
  expect(meetingType.id).not.toBe(demo.meetingType.id);
});
