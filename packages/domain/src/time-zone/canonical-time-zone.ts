import windowsZones from "cldr-core/supplemental/windowsZones.json" with { type: "json" };
import { ianaZones } from "./iana-zones.ts";

// Territory 001 is the world: the zone of a name that comes without a country.
const windowsNames: ReadonlyMap<string, string> = new Map(
  windowsZones.supplemental.windowsZones.mapTimezones
    .filter(({ mapZone }) => mapZone._territory === "001")
    .map(({ mapZone }) => [mapZone._other.toLowerCase(), mapZone._type.toLowerCase()]),
);

/**
 * The one name under which a zone is stored, from a name of the IANA database in any case (an alias such as `Japan`
 * included) or from a Windows name such as `W. Europe Standard Time`. Null for other texts: an offset such as `+02:00`
 * is no zone, and an abbreviation such as `IST` means several. The names are those of Unicode CLDR.
 */
export function canonicalTimeZone(name: string): string | null {
  const key = name.toLowerCase();
  return ianaZones.get(windowsNames.get(key) ?? key) ?? null;
}
