import { mergeResolvers } from "@tidbok/service";
import type { Context } from "./context.ts";
import { resolvers as accounts } from "./accounts/resolvers.ts";
import { resolvers as organizations } from "./organizations/resolvers.ts";
import { resolvers as sessions } from "./sessions/resolvers.ts";
import { resolvers as secondStep } from "./second-step/resolvers.ts";
import { resolvers as passkeys } from "./passkeys/resolvers.ts";
import { resolvers as support } from "./support/resolvers.ts";
import { resolvers as logIn } from "./log-in/resolvers.ts";
import { resolvers as providers } from "./providers/resolvers.ts";
import { resolvers as apps } from "./apps/resolvers.ts";
import { resolvers as personalTokens } from "./personal-tokens/resolvers.ts";
import { resolvers as leaving } from "./leaving/resolvers.ts";
import { resolvers as nodes } from "./nodes/resolvers.ts";

/** How each field is answered, by type; a subject resolves its own. */
export const resolvers = mergeResolvers<Context>([
  accounts,
  organizations,
  sessions,
  secondStep,
  passkeys,
  support,
  logIn,
  providers,
  apps,
  personalTokens,
  leaving,
  nodes,
]);
