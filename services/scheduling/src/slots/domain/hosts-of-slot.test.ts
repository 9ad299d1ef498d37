import type { SlotRequest } from "@tidbok/availability";
import { expect, test } from "vitest";
import { hostsOfSlot } from "./hosts-of-slot.ts";
import type { MeetingType, MeetingTypeHost } from "../../meeting-types/domain/meeting-type.ts";

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
const slotOf = (hostIds: readonly string[]) => ({ start: 0, end: 1, hostIds });

function choose(
  mode: MeetingType["mode"],
  asked: { hosts: MeetingTypeHost[]; free: string[]; bookedAt?: Record<string, number[]> },
) {
  const meetingType = { hosts: asked.hosts } as unknown as MeetingType;
  const request = { rules: { mode, durationMinutes: 30 } } as unknown as SlotRequest;
  const bookedAt = new Map(Object.entries(asked.bookedAt ?? {}));
  return hostsOfSlot(slotOf(asked.free), { request, meetingType, bookedAt })?.hostIds;
}

test("a collective takes everybody", () => {
  const hosts = [host("a"), host("b")];
  expect(choose("COLLECTIVE", { hosts, free: ["a", "b"] })).toEqual(["a", "b"]);
});

test("round robin takes the fixed hosts and the free one with the least to do", () => {
  const hosts = [host("lead", { isFixed: true }), host("a"), host("b"), host("c")];
  const bookedAt = { a: [1, 2], b: [1], c: [] };
  expect(choose("ROUND_ROBIN", { hosts, free: ["lead", "a", "b"], bookedAt })).toEqual([
    "lead",
    "b",
  ]);
});

test("a higher priority goes before a shorter list", () => {
  const hosts = [host("a", { priority: 1 }), host("b")];
  expect(choose("ROUND_ROBIN", { hosts, free: ["a", "b"], bookedAt: { a: [1, 2, 3] } })).toEqual([
    "a",
  ]);
});

test("round robin takes one of each group, each by its own list", () => {
  const hosts = [
    host("a", { group: "sales" }),
    host("b", { group: "sales" }),
    host("c", { group: "engineers" }),
  ];
  const bookedAt = { a: [1], c: [1, 2, 3] };
  const asked = { hosts, free: ["a", "b", "c"], bookedAt };
  expect(choose("ROUND_ROBIN", asked)).toEqual(["b", "c"]);
});
