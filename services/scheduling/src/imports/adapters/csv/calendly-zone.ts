import { canonicalTimeZone } from "@tidbok/domain";

// Calendly's own names of zones. A name that stands for several countries is the zone of the first.
const zones: Readonly<Record<string, string>> = {
  pacific: "America/Los_Angeles",
  mountain: "America/Denver",
  central: "America/Chicago",
  eastern: "America/New_York",
  alaska: "America/Anchorage",
  arizonayukon: "America/Phoenix",
  arizona: "America/Phoenix",
  hawaii: "Pacific/Honolulu",
  atlantic: "America/Halifax",
  newfoundland: "America/St_Johns",
  vancouver: "America/Vancouver",
  saskatchewanguatemalacostarica: "America/Regina",
  mexicocity: "America/Mexico_City",
  bogotajamaicalima: "America/Bogota",
  caracas: "America/Caracas",
  asuncion: "America/Asuncion",
  santiago: "America/Santiago",
  brasilia: "America/Sao_Paulo",
  buenosaires: "America/Argentina/Buenos_Aires",
  montevideo: "America/Montevideo",
  azores: "Atlantic/Azores",
  capeverde: "Atlantic/Cape_Verde",
  ukirelandlisbon: "Europe/London",
  centraleuropean: "Europe/Berlin",
  easterneuropean: "Europe/Helsinki",
  minsk: "Europe/Minsk",
  moscow: "Europe/Moscow",
  turkey: "Europe/Istanbul",
  westafrica: "Africa/Lagos",
  centralafrica: "Africa/Maputo",
  baghdadeastafrica: "Africa/Nairobi",
  jordan: "Asia/Amman",
  lebanon: "Asia/Beirut",
  syria: "Asia/Damascus",
  israel: "Asia/Jerusalem",
  dubai: "Asia/Dubai",
  tehran: "Asia/Tehran",
  kabul: "Asia/Kabul",
  yekaterinburg: "Asia/Yekaterinburg",
  pakistanmaldives: "Asia/Karachi",
  indiasrilanka: "Asia/Kolkata",
  kathmandu: "Asia/Kathmandu",
  indochina: "Asia/Bangkok",
  krasnoyarsk: "Asia/Krasnoyarsk",
  chinasingaporeperth: "Asia/Shanghai",
  japankorea: "Asia/Tokyo",
  adelaide: "Australia/Adelaide",
  brisbane: "Australia/Brisbane",
  sydneymelbourne: "Australia/Sydney",
  auckland: "Pacific/Auckland",
  utc: "UTC",
};

/** The zone of Calendly's name for it, or of an IANA name; any other text unchanged, so that its row is refused. */
export function calendlyZone(name: string | null): string | null {
  if (name === null) return null;
  // Zones without a name of Calendly's own are written as `America/Buenos Aires`.
  const zone = canonicalTimeZone(name) ?? canonicalTimeZone(name.replaceAll(" ", "_"));
  if (zone !== null) return zone;
  const place = name.toLowerCase().replace(/\btime\b|us (?:&|and) canada|[^a-z]/g, "");
  return Object.hasOwn(zones, place) ? zones[place]! : name;
}
