const loopback = new Set(["127.0.0.1", "[::1]", "localhost"]);

/** Whether an app may be answered here: https, or this very machine; nothing behind a # and no user's name. */
export function isRedirectUri(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, hash, username, password } = new URL(text);
  if (text.includes("#") || hash !== "" || username !== "" || password !== "") return false;
  return protocol === "https:" || (protocol === "http:" && loopback.has(hostname));
}
