import { expect, test } from "vitest";
import { ianaZones } from "./iana-zones.ts";
import { isTimeZone } from "./time-zone.ts";

test("a name of the IANA database is a zone, an offset or an abbreviation is not", () => {
  const names = ["UTC", "utc", "Europe/Stockholm", "America/Argentina/Ushuaia", "Etc/GMT+5"];
  for (const name of [...names, "CET", "GB", "Japan", "EST5EDT", "europe/stockholm"]) {
    expect([name, isTimeZone(name)]).toEqual([name, true]);
  }
  // ICU resolves abbreviations, although IST is three zones.
  const others = ["+02:00", "IST", "PST", "Europe/Nowhere", "", "Europe/Stockholm "];
  for (const name of [...others, "W. Europe Standard Time", "Factory", "constructor"]) {
    expect([name, isTimeZone(name)]).toEqual([name, false]);
  }
});

test("the runtime reads every zone, and reads it as the one under whose name it is stored", () => {
  const zoneOf = (timeZone: string) =>
    new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
  expect(ianaZones.size).toBeGreaterThan(500);
  for (const [name, zone] of ianaZones) expect([name, zoneOf(name)]).toEqual([name, zoneOf(zone)]);
});
