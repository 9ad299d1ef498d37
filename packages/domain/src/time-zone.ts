import { ianaZones } from "./iana-zones.ts";

/**
 * Whether this is a name of the IANA database, in any case: `Europe/Stockholm`, `UTC`, `Japan`. An offset such as
 * `+02:00` and an abbreviation such as `IST`, which means several zones, are not. The runtime reads every such name.
 */
export function isTimeZone(name: string): boolean {
  return ianaZones.has(name.toLowerCase());
}
