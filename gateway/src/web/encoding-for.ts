/** The best encoding that a client takes, brotli before gzip; null for neither (RFC 9110, 12.5.3). */
export function encodingFor(header: string | string[] | undefined): "br" | "gzip" | null {
  const accepted = String(header ?? "")
    .toLowerCase()
    .split(",", 20)
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(";")[0]?.trim());
  return accepted.includes("br") ? "br" : accepted.includes("gzip") ? "gzip" : null;
}
