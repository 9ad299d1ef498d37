// A round robin: which of the free hosts takes the meeting, and why.
import { canBook, chooseHost, slotAt } from "@tidbok/availability";

const everyDay = { days: [1, 2, 3, 4, 5, 6, 7], start: "09:00", end: "17:00" };
const nine = Date.parse("2027-02-02T08:00Z");
const half = 30 * 60_000;
const host = (id, busy = []) => ({
  id,
  schedule: { timeZone: "Europe/Stockholm", weekly: [everyDay] },
  busy,
});
const request = {
  rules: { mode: "ROUND_ROBIN", durationMinutes: 30, stepMinutes: 30 },
  hosts: [host("astrid"), host("birk"), host("cleo", [{ start: nine, end: nine + half }])],
  window: { start: nine, end: nine + half },
  now: nine - 24 * 60 * 60_000,
};

console.log(canBook(request, nine));
const { hostIds } = slotAt(request, nine);
const day = 24 * 60 * 60_000;
const turns = [
  { id: "astrid", bookedAt: [nine - 3 * day, nine - 2 * day, nine - day] },
  { id: "birk", bookedAt: [nine - 4 * day] },
  { id: "cleo", bookedAt: [] },
];
console.log(hostIds.join(", "));
console.log(chooseHost(turns, hostIds)?.hostId);
// true
// astrid, birk
// birk
