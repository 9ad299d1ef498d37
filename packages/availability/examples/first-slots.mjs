// The next three starts of a host that is away on Wednesday and busy on Tuesday morning.
import { findSlots } from "@tidbok/availability";

const slots = findSlots({
  rules: { mode: "ONE_HOST", durationMinutes: 30, stepMinutes: 30, noticeMinutes: 120 },
  hosts: [
    {
      id: "astrid",
      schedule: {
        timeZone: "Europe/Stockholm",
        weekly: [{ days: [1, 2, 3, 4, 5], start: "09:00", end: "17:00" }],
        overrides: [{ date: "2027-02-03", windows: [] }],
      },
      busy: [{ start: Date.parse("2027-02-02T08:00Z"), end: Date.parse("2027-02-02T11:00Z") }],
    },
  ],
  window: { start: Date.parse("2027-02-01T23:00Z"), end: Date.parse("2027-02-04T23:00Z") },
  now: Date.parse("2027-02-01T16:00Z"),
});

for (const { start } of slots.slice(0, 3)) console.log(new Date(start).toISOString());
// 2027-02-02T11:00:00.000Z
// 2027-02-02T11:30:00.000Z
// 2027-02-02T12:00:00.000Z
