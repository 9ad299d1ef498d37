import { canonicalTimeZone } from "@tidbok/domain";

/**
 * The zone of the IANA database that a TZID of a file means, or null. It may be an IANA or Windows name, with "/"
 * before a globally unique name (RFC 5545 3.2.19), and with the prefix of a vendor, such as
 * /citadel.org/20210210_1/Europe/Berlin.
 */
export function zoneName(tzid: string): string | null {
  const name = tzid.trim().replace(/^tzone:\/\/microsoft\//i, "");
  if (/^z$/i.test(name)) return "UTC";
  const parts = name.replace(/^\/+/, "").replaceAll(" ", "_").split("/");
  const hasPrefix = name.startsWith("/") || (parts[0]?.includes(".") === true && parts.length > 1);
  const ends = hasPrefix ? parts.map((_, i) => parts.slice(i).join("/")) : [parts.join("/")];
  // The longest end first: America/Argentina/Ushuaia.
  for (const end of [name, ...ends]) {
    const zone = canonicalTimeZone(end);
    if (zone !== null) return zone;
  }
  return null;
}
