import { expect, test, vi } from "vitest";
import { isTimeZone } from "./time-zone.ts";

test("a name that the runtime knows is a zone, an offset or an abbreviation is not", () => {
  for (const name of ["UTC", "Europe/Stockholm", "America/Argentina/Ushuaia", "Etc/GMT+5"]) {
    expect([name, isTimeZone(name)]).toEqual([name, true]);
  }
  for (const name of ["utc", "CET", "+02:00", "Europe/Nowhere", "", "Europe/Stockholm "]) {
    expect([name, isTimeZone(name)]).toEqual([name, false]);
  }
});

test("all spellings of a zone are remembered as one, so that they cannot fill the memory", () => {
  const name = "Pacific/Honolulu";
  expect(isTimeZone(name)).toBe(true);
  const asked = vi.spyOn(Intl, "DateTimeFormat");
  for (let at = 0; at < name.length; at += 1) {
    const spelled = name.slice(0, at) + name.slice(at).toUpperCase();
    expect(isTimeZone(spelled)).toBe(true);
  }
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
});
