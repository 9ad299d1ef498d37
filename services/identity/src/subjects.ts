/** The subjects in their order: each may use those before it. */
export const subjects = [
  "callers",
  "accounts",
  "grants",
  "organizations",
  "sessions",
  "second-step",
  "passkeys",
  "support",
  "log-in",
  "providers",
  "apps",
  "personal-tokens",
  "leaving",
  "retention",
  "nodes",
] as const;
