import { parseIpAddress } from "./ip-address.ts";

/**
 * The network that an IP address is in, `203.0.113.0/24` or `2001:db8:7::/48`: enough to tell one's own
 * log-ins apart and to count abuse, too little to find a household. The network of a network is itself.
 * Null for text that is no address.
 */
export function networkOf(text: string): string | null {
  const address = parseIpAddress(text.replace(/\/(24|48)$/, ""));
  if (address === null) return null;
  if ("octets" in address) return `${address.octets.slice(0, 3).join(".")}.0/24`;
  const groups = address.parts.slice(0, 3).map((group) => group.toString(16));
  return `${groups.join(":")}::/48`;
}
