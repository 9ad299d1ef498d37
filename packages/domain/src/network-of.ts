const ipv4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;
const group = /^[0-9a-f]{1,4}$/i;

/**
 * The network that an IP address is in, `203.0.113.0/24` or `2001:db8:7::/48`: enough to tell one's own
 * log-ins apart and to count abuse, too little to find a household. The network of a network is itself.
 * Null for what is no address.
 */
export function networkOf(address: string): string | null {
  const text = address.replace(/\/(24|48)$/, "").replace(/^::ffff:(?=\d+\.)/i, "");
  const octets = ipv4.exec(text)?.slice(1).map(Number);
  if (octets) {
    return octets.every((octet) => octet < 256) ? `${octets.slice(0, 3).join(".")}.0/24` : null;
  }
  const groups = groupsOf(text);
  return groups === null ? null : `${groups.slice(0, 3).join(":")}::/48`;
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(text: string): readonly string[] | null {
  const [left = "", right, more] = text.split("::");
  if (more !== undefined) return null;
  const split = (part: string) => (part === "" ? [] : part.split(":"));
  const [head, tail] = [split(left), split(right ?? "")];
  const missing = 8 - head.length - tail.length;
  if (right === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...head, ...Array<string>(missing).fill("0"), ...tail];
  if (!groups.every((each) => group.test(each))) return null;
  return groups.map((each) => Number.parseInt(each, 16).toString(16));
}
