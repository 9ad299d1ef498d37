import { createHash } from "node:crypto";
import { cleanPng } from "./clean-png.ts";

/** What becomes of pictures that are sent, and where they are found. */
export type Logos = {
  /** The picture alone and what it is known by; null for what is no picture. */
  clean(sent: Uint8Array): { readonly png: Uint8Array; readonly hash: string } | null;
  /** Its address changes with the picture, so that browsers may keep it for ever. */
  url(organizationId: string, hash: string): string;
};

/** Logos at the public address. */
export function createLogos(publicUrl: string): Logos {
  return {
    clean: (sent) => {
      const png = cleanPng(sent);
      return png && { png, hash: createHash("sha256").update(png).digest("hex").slice(0, 32) };
    },
    url: (organizationId, hash) => new URL(`/logos/${organizationId}/${hash}.png`, publicUrl).href,
  };
}
