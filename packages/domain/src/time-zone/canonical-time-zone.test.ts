import windowsZones from "cldr-core/supplemental/windowsZones.json" with { type: "json" };
import { expect, test } from "vitest";
import { canonicalTimeZone } from "./canonical-time-zone.ts";
import { isTimeZone } from "./time-zone.ts";

test.each([
  ["Europe/Stockholm", "Europe/Stockholm"],
  ["europe/STOCKHOLM", "Europe/Stockholm"],
  ["UTC", "UTC"],
  ["Etc/UTC", "UTC"],
  ["GMT", "UTC"],
  ["Zulu", "UTC"],
  ["CET", "Europe/Brussels"],
  ["EST5EDT", "America/New_York"],
  ["EST", "America/Panama"],
  ["GB", "Europe/London"],
  ["Japan", "Asia/Tokyo"],
  ["US/Eastern", "America/New_York"],
  ["Asia/Calcutta", "Asia/Kolkata"],
  ["Europe/Kiev", "Europe/Kyiv"],
  ["Etc/GMT+5", "Etc/GMT+5"],
  ["W. Europe Standard Time", "Europe/Berlin"],
  ["w. europe standard time", "Europe/Berlin"],
  ["Eastern Standard Time", "America/New_York"],
  ["India Standard Time", "Asia/Kolkata"],
])("%s is the zone %s", (name, zone) => {
  expect(canonicalTimeZone(name)).toBe(zone);
});

// ICU resolves abbreviations, although IST is three zones; the IANA database does not have them.
test.each([
  "IST",
  "PST",
  "CST",
  "ACT",
  "+02:00",
  "Etc/Unknown",
  "Factory",
  "",
  "Europe/Nowhere",
  "Europe/Stockholm ",
  "SystemV/AST4",
  "Standard Time",
  "__proto__",
  "constructor",
])("%j is no zone", (name) => {
  expect(canonicalTimeZone(name)).toBeNull();
});

test("a canonical name names itself, and each zone of the runtime has one", () => {
  for (const name of Intl.supportedValuesOf("timeZone")) {
    const zone = canonicalTimeZone(name);
    expect([name, zone]).not.toEqual([name, null]);
    expect(zone && canonicalTimeZone(zone)).toBe(zone);
  }
});

test("each Windows name of CLDR is a zone", () => {
  const names = windowsZones.supplemental.windowsZones.mapTimezones.map(({ mapZone }) => mapZone);
  for (const { _other: name } of names) {
    const zone = canonicalTimeZone(name);
    expect([name, zone !== null && isTimeZone(zone)]).toEqual([name, true]);
  }
});
