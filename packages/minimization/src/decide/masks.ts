import { networkOf } from "@tidbok/domain";

/** Ways of showing a part. Each is idempotent, for services and the gateway both apply it, and each fits text only. */
export const masks = {
  /** "Ada Lovelace" → "A. L.": enough to recognise, too little to look up. */
  initials: (text: string): string =>
    text
      .split(/\s+/u)
      .filter(Boolean)
      .map((word) => `${[...word][0]}.`)
      .join(" "),

  /** "Ada Lovelace" and "Lovelace, Ada" → "Ada": the name to call a person by. An address is no name. */
  firstName: (text: string): string => {
    const [first = ""] = text
      .slice(text.lastIndexOf(",") + 1)
      .trim()
      .split(/\s+/u);
    return first.includes("@") ? "•••" : first;
  },

  /** "ada@example.com" → "a•••@•••.com": its owner recognizes it, and no mail can be sent to it. */
  email: (text: string): string => {
    const at = text.lastIndexOf("@");
    if (at < 1) return "•••";
    const dot = text.lastIndexOf(".");
    return `${[...text][0]}•••@•••${dot > at ? text.slice(dot) : ""}`;
  },

  /** "+46 70 123 45 67" → "•••67": the last two digits. */
  phone: (text: string): string => `•••${text.replace(/\D/gu, "").slice(-2)}`,

  /** "203.0.113.77" → "203.0.113.0/24": the network, not the machine. */
  network: (text: string): string => networkOf(text) ?? "•••",
} as const;

/** The name of a mask, as rules of the data map use it: `mask:initials`. */
export type MaskName = keyof typeof masks;

/**
 * The masked value: text is masked, lists item by item, null stays null. Anything else has no
 * masked form and becomes null, so that a mask on the wrong type never lets the value through.
 */
export function applyMask(mask: MaskName, value: unknown): unknown {
  if (typeof value === "string") return masks[mask](value);
  if (Array.isArray(value)) return value.map((each) => applyMask(mask, each));
  return null;
}
