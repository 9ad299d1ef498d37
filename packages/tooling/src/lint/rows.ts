/** One row of docs/architecture.md, "Which folder may import which", and its meaning in imports. */
export type Row = {
  /** The table's words; the message repeats them. */
  readonly mayImport: string;
  readonly duty: string;
  /** Folders and top-level files of the same service's src, besides the row's own. */
  readonly parts: readonly string[];
  /** The same, but for `import type` only: a resolver's parent is a domain value. */
  readonly types?: readonly string[];
  readonly packages: readonly string[];
  readonly vendors: RegExp;
};

const pure = ["domain", "availability"];
const words = /^zod$/;

/**
 * The layers of a service that have a row, directly under src or inside a subject; `resolvers.ts` is
 * one as well. The other files (server, main, config, …) assemble and may import all.
 */
export const rows: Readonly<Record<string, Row>> = {
  domain: {
    mayImport: "packages/domain, itself",
    duty: "decide; no I/O, clock, randomness, async",
    parts: ["error-codes"],
    packages: pure,
    vendors: /^(zod|ghtml|linkify-it|tlds|temporal-polyfill|temporal-spec)$/,
  },
  store: {
    mayImport: "domain, generated, prisma",
    duty: "save; a violated constraint becomes a domain error",
    parts: ["domain", "generated"],
    packages: [...pure, "events", "service", "vault"],
    vendors: /^(@prisma\/.+|pg|dataloader|node:crypto)$/,
  },
  adapters: {
    mayImport: "domain, the vendor's SDK",
    duty: "speak to one vendor",
    parts: ["domain", "error-codes"],
    packages: [...pure, "calendar"],
    vendors: /^(?!@prisma\/|pg$)/,
  },
  actions: {
    mayImport: "domain, context, events",
    duty: "load, decide, save and tell, in one transaction",
    parts: ["domain", "context", "error-codes"],
    packages: [...pure, "events", "service"],
    vendors: words,
  },
  resolvers: {
    mayImport: "actions, context, generated",
    duty: "translate; a mutation calls one action",
    parts: ["actions", "context", "generated"],
    types: ["domain"],
    packages: ["domain", "service"],
    vendors: /^graphql$/,
  },
  reactions: {
    mayImport: "actions, context, events",
    duty: "translate an event; call actions; safe to repeat",
    parts: ["actions", "context"],
    packages: ["domain", "events", "service"],
    vendors: words,
  },
};

/** The order of packages; each may import those of the layers before its own. */
export const layers: readonly (readonly string[])[] = [
  ["domain"],
  ["availability", "calendar", "minimization"],
  ["events", "vault"],
  ["service"],
  ["testing"],
];

/** The sentence of the order, as in docs/architecture.md. */
export const order =
  "packages: domain ← availability, calendar, minimization ← events, vault ← service ← testing";
