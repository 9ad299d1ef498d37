import { expect, test } from "vitest";
import { countedFor } from "./slot-request.ts";

const span = { start: 0, end: 1_800_000, bufferBeforeMinutes: 5, bufferAfterMinutes: 0 };
const meetingType = { id: "type", organizationId: "org" };

test.each([
  ["of the meeting type counts for it", "type", "org", "MEETING_TYPE"],
  ["of another type counts for the host", "other", "org", "HOST"],
  ["of another organization counts for nothing", "other", "elsewhere", undefined],
  ["that is no meeting counts for nothing", null, "org", undefined],
] as const)("taken time %s", (_, meetingTypeId, organizationId, countsFor) => {
  const busy = countedFor({ ...span, meetingTypeId, organizationId }, meetingType);
  expect(busy).toEqual(countsFor ? { ...span, countsFor } : span);
});
