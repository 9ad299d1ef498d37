import { readFileSync } from "node:fs";
import path from "node:path";
import { zoneNamed } from "@tidbok/availability";
import { expect, test } from "vitest";
import { textOf } from "./property-text.ts";
import { readMeetings } from "./read-meetings.ts";

type BusyCase = {
  readonly id: string;
  readonly name: string;
  readonly ownerTz: string;
  readonly window: readonly [string, string];
  readonly ics: string;
  readonly expectedBusy: readonly (readonly [string, string])[];
};

const root = path.resolve(import.meta.dirname, "../../../../../../shared/acceptance");
const { cases } = JSON.parse(readFileSync(path.join(root, "ics-cases.json"), "utf8")) as {
  readonly cases: readonly BusyCase[];
};

/** What a calendar says about the time of its owner: meetings that are neither free nor cancelled. */
function busyOf({ ics, ownerTz, window }: BusyCase) {
  const [from, until] = window.map((date) => zoneNamed(ownerTz).instantOf(Date.parse(date)));
  const { meetings } = readMeetings(ics, { timeZone: ownerTz, now: from ?? 0 });
  return meetings
    .flatMap(({ event, occurrences }) => (event.state === "CANCELLED" ? [] : (occurrences ?? [])))
    .filter(({ event }) => textOf(event.component, "transp") !== "TRANSPARENT")
    .filter(({ start, end }) => start < (until ?? 0) && (end ?? start) > (from ?? 0))
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => [start, end ?? start].map((at) => new Date(at).toISOString()));
}

test.each(cases)("busy time of a calendar: $id $name", (busyCase) => {
  const expected = busyCase.expectedBusy.map((pair) =>
    pair.map((text) => new Date(text).toISOString()),
  );
  expect(busyOf(busyCase)).toEqual(expected);
});
