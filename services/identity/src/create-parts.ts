import { readFile } from "node:fs/promises";
import { createCursors, createTurns, type Shell } from "@tidbok/service";
import { createLimits } from "./accounts/adapters/limits.ts";
import { createLinks } from "./accounts/adapters/links.ts";
import { createPasswords } from "./accounts/adapters/passwords.ts";
import { hashOf, newSecret } from "./accounts/adapters/secrets.ts";
import { createSteadily } from "./accounts/adapters/steadily.ts";
import type { Config } from "./config.ts";
import type { Parts } from "./context.ts";
import type { PrismaClient } from "./generated/prisma/client.ts";
import { createLogos } from "./organizations/adapters/logos.ts";
import { createWebauthn } from "./passkeys/adapters/webauthn.ts";
import { personalData } from "./personal-data.ts";
import { createAttempts } from "./providers/adapters/create-attempts.ts";
import { isLoopback, readProviders } from "./providers/adapters/read-providers.ts";
import { oneTimeCodes } from "./second-step/adapters/one-time-codes.ts";
import { createAccessTokens } from "./sessions/adapters/access-tokens.ts";
import type { TokenKeys } from "./sessions/adapters/token-keys.ts";
import { createStore } from "./store/index.ts";

/** Makes what the service consists of, once, from its configuration. */
export async function createParts(
  config: Config,
  {
    shell: { prisma, pool, vault, clock },
    tokenKeys,
  }: { readonly shell: Shell<PrismaClient>; readonly tokenKeys: TokenKeys },
): Promise<Parts> {
  const { publicUrl, linkSecret, unverifiedDays, endedDays, closingDays } = config;
  const store = createStore(prisma, vault);
  return {
    store,
    // A hundred waiting log-ins are two seconds of work; a person gives up on a log-in that waits longer.
    passwords: await createPasswords(createTurns({ atOnce: 2, waitingAtMost: 100 })),
    accessTokens: createAccessTokens({ keys: tokenKeys, issuer: publicUrl }),
    links: createLinks({ secret: linkSecret, publicUrl }),
    limits: createLimits(pool),
    logos: createLogos(publicUrl),
    steadily: createSteadily(config.steadyMilliseconds),
    webauthn: createWebauthn(publicUrl),
    oneTimeCodes,
    providers: {
      list: await providersOf(config),
      attempts: createAttempts({ secret: linkSecret, publicUrl }),
    },
    cursors: createCursors(linkSecret),
    secrets: { make: newSecret, hashOf },
    keep: { unverifiedDays, endedDays, closingDays },
    erase: (id) => personalData.eraseSubject({ store, vault, now: clock }, id),
  };
}

async function providersOf({ providersFile, publicUrl }: Config) {
  if (providersFile === "") return [];
  // Providers on loopback are for an installation that itself is on loopback.
  const allowsLoopback = isLoopback(new URL(publicUrl));
  return readProviders(await readFile(providersFile, "utf8"), { allowsLoopback });
}
