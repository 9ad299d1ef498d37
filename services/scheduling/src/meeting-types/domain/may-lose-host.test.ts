import { expect, test } from "vitest";
import { mayLoseHost } from "./may-lose-host.ts";
import type { MeetingTypeHost } from "./meeting-type.ts";

const host = (accountId: string, changes: Partial<MeetingTypeHost> = {}): MeetingTypeHost => ({
  accountId,
  scheduleId: "s",
  isFixed: false,
  priority: 0,
  weight: 100,
  group: null,
  joinedAt: 0,
  ...changes,
});
const fixed = { isFixed: true };

test.each([
  ["one host", "ONE_HOST", [host("gone")], false],
  ["of all who are needed", "COLLECTIVE", [host("gone"), host("b")], false],
  ["one of two in turn", "ROUND_ROBIN", [host("gone"), host("b")], true],
  ["the only one in turn", "ROUND_ROBIN", [host("gone"), host("b", fixed)], false],
  ["who is always there", "ROUND_ROBIN", [host("gone", fixed), host("b"), host("c")], false],
  ["the last of a group", "ROUND_ROBIN", [host("gone", { group: "x" }), host("b")], false],
  ["who does not host it", "ONE_HOST", [host("b")], true],
] as const)("without %s", (_, mode, hosts, stays) => {
  expect(mayLoseHost({ mode, hosts }, "gone")).toBe(stays);
});
