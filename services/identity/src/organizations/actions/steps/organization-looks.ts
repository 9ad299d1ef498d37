import { input } from "@tidbok/domain";
import { z } from "zod";
import { isReadable, nearestReadable } from "../../domain/accent-color.ts";

const mostOrigins = 20;

/** An accent color of booking pages in lower case; an empty text takes it away. */
const accentColor = z
  .string()
  .max(7, "must be empty or a color such as #0b57d0")
  .toLowerCase()
  .transform((color, context) => {
    if (color === "") return null;
    if (!/^#[0-9a-f]{6}$/.test(color)) {
      context.addIssue({ code: "custom", message: "must be empty or a color such as #0b57d0" });
      return z.NEVER;
    }
    if (isReadable(color)) return color;
    const nearest = nearestReadable(color);
    const message = `must have a contrast of 4.5 with white or near-black text; the nearest such color is ${nearest}`;
    context.addIssue({ code: "custom", message, params: { code: "CONTRAST_TOO_LOW" } });
    return z.NEVER;
  });

/**
 * An origin that may embed booking pages: https, a host and a port, and nothing behind them. A site that is being made on
 * the reader's own machine has no certificate.
 */
const embedOrigin = z
  .string()
  .max(255, "must have 255 characters at most")
  .refine(isOrigin, "must be an origin such as https://www.example.org");

/** The schemas of how an organization presents itself, and of where it may be embedded. */
export const organizationLooks = {
  description: input.text(1_000),
  accentColor,
  embedOrigins: z
    .array(embedOrigin)
    .max(mostOrigins, `must be ${mostOrigins} at most`)
    .transform((origins) => [...new Set(origins)]),
  isFindable: z.boolean(),
};

// A star or a list would go into the page's policy as it is.
function isOrigin(text: string): boolean {
  const pattern = /^(https:\/\/[a-z0-9.-]+|http:\/\/(localhost|127\.0\.0\.1))(:\d+)?$/;
  if (!pattern.test(text) || !URL.canParse(text)) return false;
  return new URL(text).origin === text;
}
