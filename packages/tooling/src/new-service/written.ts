/** The README of a service, with the sections that all have. */
export function readme(name: string, port: number): string {
  return `# ${name}

One sentence: the purpose of the service.

## Owns

## Does

## Events out

This service tells no events yet.

## Events in

This service handles no events yet.

## Personal data

No table of this service has a row about a person.

## Configuration

The variables that every service has. \`PORT\` is ${port} unless set.
`;
}

/** The header of every subgraph, and the entity that nearly every service extends. */
export const schema = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key", "@composeDirective"])
  @link(
    url: "https://tidbok.dev/minimization/v1.0"
    import: ["@personalData", "@nonPersonal", "@subject"]
  )
  @composeDirective(name: "@personalData")
  @composeDirective(name: "@nonPersonal")
  @composeDirective(name: "@subject")

"An organization that offers meetings."
type Organization @key(fields: "id") {
  "The id of the organization."
  id: ID! @nonPersonal(reason: "an opaque id of an organization")
}
`;

/** The files of src that every service begins with. */
export function source(name: string, port: number): Record<string, string> {
  return {
    "src/main.ts": `import { run } from "@tidbok/service";
import { readConfig } from "./config.ts";
import { createServer } from "./server.ts";

await run(process, {
  name: "${name}",
  readConfig,
  createServer: (config) => createServer(config),
});
`,
    "src/config.ts": `import { readEnv, readShellConfig, type Env, type ShellConfig } from "@tidbok/service";

export type Config = ShellConfig;

export const readConfig = (env: Env): Config =>
  readEnv(env, (from) => ({ ...readShellConfig(from, ${port}) }));
`,
    "src/context.ts": `import { createRequestContext, type RequestFacts, type RequestContext } from "@tidbok/service";
import type { Store } from "./store/index.ts";

/** What the service is made of, once. */
export type Parts = { readonly store: Store };

/** What an action or a resolver may use, made for each request and each event. */
export type Context = RequestContext<Parts>;

/** A context for each request, event or round of work of a service that is made of these parts. */
export const createContexts =
  (parts: Parts) =>
  (facts: RequestFacts): Context =>
    createRequestContext(facts, parts);
`,
    "src/relations.ts": `/** What a caller is to a row of each type with classified fields; ${name} has no such type. */
export const relations = {};
`,
    "src/server.ts": server(name),
    "src/personal-data.ts": `import type { PersonalData } from "@tidbok/service";

/** This service saves no data about a person. */
export const personalData: PersonalData<unknown> = {
  columns: [],
  exportSubject: async () => ({}),
  eraseSubject: async () => 0,
  residue: async () => 0,
};
`,
    "src/store/index.ts": `import { createTransactionalStore } from "@tidbok/service";
import type { PrismaClient } from "../generated/prisma/client.ts";

export const createStore = (prisma: PrismaClient) =>
  createTransactionalStore(prisma, (_: Pick<PrismaClient, "$executeRaw" | "$queryRaw">) => ({}));

export type Store = ReturnType<typeof createStore>;
`,
    "src/reactions/index.ts": `import type { Reaction } from "@tidbok/events";
import type { Context } from "../context.ts";

export const reactions: readonly Reaction<Context>[] = [];
`,
    "src/resolvers/index.ts": `import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";

export const resolvers: Resolvers<Context> = {
  // Only the id comes back: this service did not write the other fields of a representation.
  Organization: { __resolveReference: ({ id }: { readonly id: string }) => ({ id }) },
};
`,
  };
}

function server(name: string): string {
  return `import { createService, type ServerOptions, type Service } from "@tidbok/service";
import type { Config } from "./config.ts";
import { createContexts, type Context } from "./context.ts";
import { PrismaClient } from "./generated/prisma/client.ts";
import { reactions } from "./reactions/index.ts";
import { relations } from "./relations.ts";
import { resolvers } from "./resolvers/index.ts";
import { createStore } from "./store/index.ts";

const folder = new URL("../", import.meta.url);

/** Builds the service; does not listen. */
export const createServer = (config: Config, options: ServerOptions = {}): Promise<Service> =>
  createService<Context, PrismaClient>({
    definition: { name: "${name}", folder, PrismaClient, resolvers, relations, reactions },
    config,
    options,
    assemble: ({ prisma }) => ({ createContext: createContexts({ store: createStore(prisma) }) }),
  });
`;
}
