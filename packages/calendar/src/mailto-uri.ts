// Allowed in an address and in the path of a URI (RFC 6068, 2); all else of an address is percent-encoded.
const plain = /%(?:2B|24|3A|40)/g;

/** An address as it stands after `mailto:`. Marks that a URI would read as its own are percent-encoded. */
export function mailtoUri(address: string): string {
  return encodeURIComponent(address.toWellFormed()).replaceAll(plain, decodeURIComponent);
}
