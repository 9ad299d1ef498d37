const loopback = new Set(["127.0.0.1", "[::1]", "localhost"]);

// The scheme is a domain name of the app's maker in reverse (RFC 8252, 7.1), so it has a period, and no scheme of the
// web or of a browser has one.
const privateUse = /^[a-z][a-z0-9+-]*(\.[a-z0-9+-]+)+:$/;

/**
 * Whether an app may get answers at this address: https, http on loopback, or a private-use scheme; without fragment and
 * user name.
 */
export function isRedirectUri(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, hash, username, password } = new URL(text);
  if (text.includes("#") || hash !== "" || username !== "" || password !== "") return false;
  return protocol === "https:" || isPrivateUse(text) || isLoopback({ protocol, hostname });
}

/** Whether the address is of a private-use scheme, which the operating system hands to an installed program. */
export function isPrivateUse(text: string): boolean {
  return privateUse.test(new URL(text).protocol);
}

/**
 * Whether the addresses are those of a native app (RFC 8252): a private-use scheme, or http on loopback, where the
 * program listens at another port each time.
 */
export function areNative(uris: readonly string[]): boolean {
  return uris.some((uri) => isPrivateUse(uri) || isLoopback(new URL(uri)));
}

/** Which of the addresses an app may not have: a server has no private-use scheme, a native app no https on loopback. */
export function findUnfit(
  uris: readonly string[],
  { isConfidential }: { readonly isConfidential: boolean },
): readonly number[] {
  const isUnfit = (uri: string) => {
    if (isConfidential) return isPrivateUse(uri);
    const { protocol, hostname } = new URL(uri);
    return areNative(uris) && protocol === "https:" && loopback.has(hostname);
  };
  return uris.flatMap((uri, index) => (isUnfit(uri) ? [index] : []));
}

function isLoopback({ protocol, hostname }: { protocol: string; hostname: string }): boolean {
  return protocol === "http:" && loopback.has(hostname);
}
