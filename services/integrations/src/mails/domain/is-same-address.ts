/**
 * Whether two addresses lead to one person: the case of letters makes no difference, and a domain may be written in its
 * own letters or as an A-label (RFC 5890).
 */
export function isSameAddress(one: string, other: string): boolean {
  return plainAddress(one) === plainAddress(other);
}

function plainAddress(address: string): string {
  const plain = address.normalize("NFKC").toLowerCase();
  const at = plain.lastIndexOf("@");
  const page = `http://${plain.slice(at + 1)}`;
  // URL writes a domain as its A-label.
  const domain = URL.canParse(page) ? new URL(page).hostname : plain.slice(at + 1);
  return `${plain.slice(0, at)}@${domain}`;
}
