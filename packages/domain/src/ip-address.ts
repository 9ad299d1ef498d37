import ipaddr from "ipaddr.js";

/** An IP address; one of IPv4 that is written as IPv6 (`::ffff:10.0.0.1`) is the address of IPv4. */
export type IpAddress = ReturnType<typeof ipaddr.process>;

/** Reads an IP address in its usual notation; null for other text, such as `10.1`, which some programs expand. */
export function parseIpAddress(text: string): IpAddress | null {
  const isAddress = ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);
  return isAddress ? ipaddr.process(text) : null;
}
