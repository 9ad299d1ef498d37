import timeZones from "cldr-bcp47/bcp47/timezone.json" with { type: "json" };

type ZoneNames = { readonly _alias?: string; readonly _iana?: string };

/**
 * The zones of the IANA database by each of their names in small letters, as Unicode CLDR lists them: `japan` and
 * `asia/tokyo` are `Asia/Tokyo`. The names in small letters, because a name can be spelled in thousands of ways.
 */
export const ianaZones: ReadonlyMap<string, string> = new Map(
  Object.values(timeZones.keyword.u.tz).flatMap((zone: unknown) => namesOf(zone as ZoneNames)),
);

function namesOf({ _alias, _iana }: ZoneNames): readonly (readonly [string, string])[] {
  const names = _alias?.split(" ") ?? [];
  const [first] = names;
  if (first === undefined || first === "Etc/Unknown") return [];
  // CLDR's first name never changes; the name that the IANA database prefers today stands beside it.
  const zone = first === "Etc/UTC" || first === "Etc/GMT" ? "UTC" : (_iana ?? first);
  return [zone, ...names].map((name) => [name.toLowerCase(), zone] as const);
}
