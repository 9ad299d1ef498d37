import { createHash } from "node:crypto";
import { second } from "@tidbok/domain";
import {
  createCursors,
  createService,
  createTurns,
  type ServerOptions,
  type Service,
  type Shell,
} from "@tidbok/service";
import { createBookingLinks } from "./booking-links/adapters/booking-links.ts";
import { declineUnanswered } from "./bookings/actions/decline-unanswered.ts";
import { createManageLinks } from "./bookings/adapters/manage-links.ts";
import type { Config } from "./config.ts";
import { createContexts, type Context, type Parts } from "./context.ts";
import { createFeedAddresses } from "./feeds/adapters/feed-addresses.ts";
import { PrismaClient } from "./generated/prisma/client.ts";
import { createBookingFiles } from "./imports/adapters/booking-files.ts";
import { deleteOutdated } from "./organizations/actions/delete-outdated.ts";
import { forgetStale } from "./organizations/actions/forget-stale.ts";
import { sealNames } from "./organizations/actions/seal-names.ts";
import { personalData } from "./personal-data.ts";
import { reactions } from "./reactions/index.ts";
import { relations, subjectStates } from "./relations.ts";
import { resolvers } from "./resolvers.ts";
import { createRouteTokens } from "./routing/adapters/route-tokens.ts";
import { createPublicHolidays } from "./schedules/adapters/public-holidays.ts";
import { createVisitorLimits } from "./slots/adapters/visitor-limits.ts";
import { subjects } from "./subjects.ts";
import { createStore } from "./store/index.ts";

const name = "scheduling";
const folder = new URL("../", import.meta.url);
const graph = { resolvers, relations, subjectStates };

/** Builds the service; does not listen. */
export function createServer(config: Config, options: ServerOptions = {}): Promise<Service> {
  return createService<Context, PrismaClient>({
    definition: { name, folder, subjects, PrismaClient, reactions, ...graph },
    config,
    options,
    assemble: (shell) => ({
      createContext: createContexts(partsOf(config, shell)),
      rounds: [
        { everyMilliseconds: 600_000, work: forgetStale },
        { everyMilliseconds: 600_000, work: sealNames },
        { everyMilliseconds: 15_000, work: declineUnanswered() },
        { everyMilliseconds: 60_000, work: deleteOutdated() },
      ],
    }),
  });
}

function partsOf(config: Config, { prisma, pool, vault, clock }: Shell<PrismaClient>): Parts {
  const { publicUrl, blindIndexKey, manageLinkKeys, longestLineSeconds } = config;
  // Hashed first, because the blind index ignores case.
  const fingerprint = (purpose: string) => (text: string) =>
    vault.blindIndex(purpose, createHash("sha256").update(text).digest("hex"));
  const ofRequest = fingerprint("request");
  return {
    store: createStore(prisma, vault),
    erase: (store, id) => personalData.eraseSubject({ store, vault, now: clock }, id),
    manageLinks: createManageLinks({ keys: manageLinkKeys, publicUrl }),
    feedAddresses: createFeedAddresses({ publicUrl, fingerprint: fingerprint("calendar feed") }),
    bookingFiles: createBookingFiles(),
    holidays: createPublicHolidays(),
    // The keys of links, routes and cursors are derived from it and do not reveal it.
    bookingLinks: createBookingLinks(blindIndexKey),
    routeTokens: createRouteTokens(blindIndexKey),
    cursors: createCursors(blindIndexKey),
    turns: createTurns({ longestWaitMilliseconds: longestLineSeconds * second }),
    visitorLimits: createVisitorLimits(pool),
    fingerprint: (text) => Buffer.from(ofRequest(text)).toString("hex"),
  };
}
