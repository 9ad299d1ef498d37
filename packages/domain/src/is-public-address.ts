import ipaddr from "ipaddr.js";
import { parseIpAddress, type IpAddress } from "./ip-address.ts";

// The special-purpose networks of IANA (RFC 6890) that lead to this machine, to a private network or to a group.
// Networks for documentation are left out: they lead nowhere, and tests stand for the internet with them.
const notPublic = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "224.0.0.0/3",
  "::/127",
  "fc00::/7",
  "fe80::/10",
  "ff00::/8",
].map((network) => ipaddr.parseCIDR(network));

/**
 * Whether this is an address of the public internet: not of this machine, a private network or a group of receivers.
 * An address of IPv4 inside one of IPv6 counts as what it holds (mapped, NAT64, 6to4). False for text that is no address.
 */
export function isPublicAddress(text: string): boolean {
  const address = parseIpAddress(text);
  if (address === null) return false;
  const target = innermost(address);
  return !notPublic.some(
    ([network, length]) => network.kind() === target.kind() && target.match(network, length),
  );
}

function innermost(address: IpAddress): IpAddress {
  const bytes = address.toByteArray();
  switch (address.range()) {
    case "rfc6052":
      return ipaddr.fromByteArray(bytes.slice(12));
    case "6to4":
      return ipaddr.fromByteArray(bytes.slice(2, 6));
    default:
      return address;
  }
}
