// A mail goes to an address that a stranger typed, and so does the name: without this, "Win now at
// evil.example" would be greeted in our name.
const suspicious = /https?:|www\.|[/\\@<>]|\.[a-z]{2,}(\s|$)/i;
const longest = 80;

/** The name as it may stand in a mail to its owner, or null where it reads like an advertisement. */
export function plainName(name: string | null): string | null {
  const line = name?.replace(/\s+/g, " ").trim() ?? "";
  if (line === "" || line.length > longest || suspicious.test(line)) return null;
  return line;
}
