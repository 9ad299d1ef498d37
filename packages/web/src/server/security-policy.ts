import { createHash } from "node:crypto";

/**
 * The Content-Security-Policy of a public page: its one script, its one style, and no way for text to become code. Other
 * sites may show it in a frame only where `origins` names them.
 */
export function securityPolicy(css: string, origins: readonly string[] = []): string {
  const hash = createHash("sha256").update(css).digest("base64");
  return policyWith({ styles: `'sha256-${hash}'`, trustedTypes: "'none'", origins });
}

/** The policy of the app: its own files, and one policy of Trusted Types, which turns nothing but "" into HTML. */
export const appPolicy = policyWith({ styles: "'self'", trustedTypes: "default" });

type PolicyWith = {
  readonly styles: string;
  readonly trustedTypes: string;
  readonly origins?: readonly string[];
};

function policyWith({ styles, trustedTypes, origins = [] }: PolicyWith): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles}`,
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "font-src 'none'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${origins.length > 0 ? origins.join(" ") : "'none'"}`,
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypes}`,
  ].join("; ");
}
