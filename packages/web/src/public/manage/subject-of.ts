/**
 * The id of the attendee or guest for which a private link was made; null for what is no such link. It decides what is
 * drawn, and nothing else: the graph checks the signature.
 */
export function subjectOf(token: string): string | null {
  try {
    const payload = (token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
    const { sub } = JSON.parse(atob(payload)) as { readonly sub?: unknown };
    return typeof sub === "string" ? sub : null;
  } catch {
    return null;
  }
}
