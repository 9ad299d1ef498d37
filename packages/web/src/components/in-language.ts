/**
 * This page in another language, with all that its address holds, and with the secret of the link that led here, which
 * pages move from the address into the history's state.
 */
export function inLanguage(tag: string): string {
  const url = new URL(location.href);
  url.searchParams.set("lang", tag);
  const { secret } = (history.state ?? {}) as { readonly secret?: unknown };
  if (typeof secret === "string") url.hash = secret;
  return url.href;
}
