/**
 * The secret of the link that led here; null without one. It stands behind the `#`, so no server sees it. It is moved from
 * the address into the history's state at once: a reload works, and a copied address or a screenshot gives nothing away.
 */
export function takeLinkSecret(): string | null {
  const { hash, pathname, search } = location;
  if (hash.length > 1) history.replaceState({ secret: hash.slice(1) }, "", pathname + search);
  const { secret } = (history.state ?? {}) as { readonly secret?: unknown };
  return typeof secret === "string" ? secret : null;
}

/** Forgets the secret, once it is used up. */
export function dropLinkSecret(): void {
  history.replaceState(null, "", location.pathname + location.search);
}
