const loopback = new Set(["127.0.0.1", "[::1]", "localhost"]);

/** Whether an app may get answers at this address: https, or http on loopback, without fragment and user name. */
export function isRedirectUri(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, hash, username, password } = new URL(text);
  if (text.includes("#") || hash !== "" || username !== "" || password !== "") return false;
  return protocol === "https:" || (protocol === "http:" && loopback.has(hostname));
}
