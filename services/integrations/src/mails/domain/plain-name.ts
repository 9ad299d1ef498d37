// A mail goes to an address that a stranger typed, and so does the name: without this, "Win now at
// evil.example" would be greeted in our name.
// Mail programs make links of more than Latin names: of "bit.ly?x", "пример.рф", "evil。com" and "1.2.3.4";
// and they decode "=?utf-8?…?=" into whatever it stands for.
const suspicious =
  /https?:|www\.|[/\\@<>\uFF0F\uFF20]|[.\u2024\u3002\uFF0E\uFF61][\p{L}\p{N}]{2}|\d\.\d|=\?/iu;
const longest = 80;

/** The name as it may stand in a mail to its owner, or null where it reads like an advertisement. */
export function plainName(name: string | null): string | null {
  const line = name?.replace(/\s+/g, " ").trim() ?? "";
  if (line === "" || line.length > longest || suspicious.test(line)) return null;
  return line;
}
