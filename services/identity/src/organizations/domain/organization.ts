import type { Instant } from "@tidbok/domain";

/** An organization that offers meetings. All but oversightId is public: it heads the booking page. */
export type Organization = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly createdAt: Instant;
  /** The change by which its admins may see attendees; null while they may not. */
  readonly oversightId: string | null;
  /** Whether its hosts may show the attendees of one meeting to each other. */
  readonly mayHostsShowAttendees: boolean;
  /** What it says of itself on its booking pages; may be empty. */
  readonly description: string;
  /** The color of its booking pages, as #rrggbb in lower case; null for the platform's. */
  readonly accentColor: string | null;
  /** The origins that may embed its booking pages. */
  readonly embedOrigins: readonly string[];
  /** Whether search engines may list its booking pages. */
  readonly isFindable: boolean;
};

// What stands, or may come to stand, beside the booking pages at the public address.
const reserved = new Set(
  ["account", "admin", "api", "app", "assets", "auth", "graphiql", "graphql", "health", "help"]
    .concat(["invitation", "legal", "log-in", "login", "log-out", "logout", "manage", "oauth"])
    .concat(["policy", "privacy", "settings", "sign-up", "signup", "static", "support", "tidbok"])
    .concat(["change-email", "logos", "recover"])
    .concat(["token", "verify", "well-known", "www"]),
);

/** Whether the platform keeps this address for itself. */
export function isReserved(slug: string): boolean {
  return reserved.has(slug);
}
