import { createHash, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Caller } from "@tidbok/domain";
import { PrismaPg } from "@prisma/adapter-pg";
import { unencumbered } from "@tidbok/minimization";
import {
  createCursors,
  createLogger,
  createPool,
  createService,
  createTurns,
  inBackground,
  type RequestFacts,
  type Service,
} from "@tidbok/service";
import { createVault, fileKeyProvider } from "@tidbok/vault";
import { declineUnanswered } from "./bookings/actions/decline-unanswered.ts";
import { deleteOutdated } from "./organizations/actions/delete-outdated.ts";
import { forgetStale } from "./organizations/actions/forget-stale.ts";
import { relateToGuest } from "./bookings/actions/relate-to-guest.ts";
import { relateToAttendee } from "./bookings/actions/relate-to-attendee.ts";
import { createBookingLinks } from "./booking-links/adapters/booking-links.ts";
import { createFeedAddresses } from "./feeds/adapters/feed-addresses.ts";
import { createBookingFiles } from "./imports/adapters/booking-files.ts";
import { createManageLinks } from "./bookings/adapters/manage-links.ts";
import { createPublicHolidays } from "./schedules/adapters/public-holidays.ts";
import { createRouteTokens } from "./routing/adapters/route-tokens.ts";
import { createVisitorLimits } from "./slots/adapters/visitor-limits.ts";
import type { Config } from "./config.ts";
import { createContext, type Context, type Parts } from "./context.ts";
import type { Absence } from "./time-off/domain/absence.ts";
import { relationToLink, type ShownGuest } from "./bookings/domain/guest.ts";
import type { Fellow } from "./bookings/domain/fellow.ts";
import { relationToFellow } from "./bookings/domain/relation.ts";
import type { Attendee } from "./bookings/domain/attendee.ts";
import type { BlockedTime } from "./time-off/domain/blocked-time.ts";
import { personalData } from "./personal-data.ts";
import { PrismaClient } from "./generated/prisma/client.ts";
import { prohibitedPurposes, type Question } from "./meeting-types/domain/question.ts";
import { reactions } from "./reactions/index.ts";
import { resolvers } from "./resolvers/index.ts";
import { createStore } from "./store/index.ts";

/** Builds the service; does not listen. */
export async function createServer(
  config: Config,
  { clock = Date.now }: { clock?: () => number } = {},
): Promise<Service> {
  const pool = createPool(config.databaseUrl);
  const keysPool = createPool(config.keysDatabaseUrl, { max: 4 });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const vault = createVault({
    pool: keysPool,
    keyProvider: await fileKeyProvider(config.kekFile),
    blindIndexKey: Buffer.from(config.blindIndexKey, "base64"),
  });
  const parts: Parts = {
    store: createStore(prisma, vault),
    erase: (store, id) => personalData.eraseSubject({ store, vault, now: clock }, id),
    manageLinks: createManageLinks({ keys: config.manageLinkKeys, publicUrl: config.publicUrl }),
    feedAddresses: createFeedAddresses({
      publicUrl: config.publicUrl,
      // Hashed first, as below.
      fingerprint: (text) =>
        vault.blindIndex("calendar feed", createHash("sha256").update(text).digest("hex")),
    }),
    bookingFiles: createBookingFiles(),
    holidays: createPublicHolidays(),
    // The keys of links and cursors are derived from it, and so tell nothing of it.
    bookingLinks: createBookingLinks(config.blindIndexKey),
    routeTokens: createRouteTokens(config.blindIndexKey),
    cursors: createCursors(config.blindIndexKey),
    turns: createTurns(),
    visitorLimits: createVisitorLimits(pool),
    // Hashed first: the blind index takes letters of both cases for the same.
    fingerprint: (text) =>
      Buffer.from(
        vault.blindIndex("request", createHash("sha256").update(text).digest("hex")),
      ).toString("hex"),
  };
  const log = createLogger("scheduling", { level: config.logLevel });
  const round = () => createContext(parts, factsOfRound({ log, now: clock() }));
  const forgetting = inBackground({
    everyMilliseconds: 600_000,
    log,
    work: () => forgetStale(round()),
  });
  const removal = deleteOutdated();
  const deleting = inBackground({ everyMilliseconds: 60_000, log, work: () => removal(round()) });
  const decline = declineUnanswered();
  const declining = inBackground({ everyMilliseconds: 15_000, log, work: () => decline(round()) });
  return createService<Context>({
    name: "scheduling",
    config,
    log,
    sdl: await readFile(new URL("../schema.graphql", import.meta.url), "utf8"),
    resolvers,
    relations: {
      Absence: ofAccount,
      BlockedTime: ofAccount,
      Attendee: toAttendee,
      Answer: ofAttendee,
      BookingChange: ofAttendee,
      BookingNote: ofAttendee,
      BookMeetingPayload: ofAttendee,
      Guest: (...[, guest, context]: [Caller, ShownGuest, Context]) =>
        relateToGuest(context, guest),
      GuestLink: (caller, guest: ShownGuest) => relationToLink(caller, guest),
      Fellow: (caller, fellow: Fellow) => relationToFellow(caller, fellow),
      // Given only to whose feed it is, who has just had the address made.
      CalendarFeedPayload: () => "self",
    },
    subjectStates: {
      Answer: ({ question }: { readonly question: Question }) => ({
        ...unencumbered,
        prohibited: prohibitedPurposes(question),
      }),
    },
    createContext: (facts) => createContext(parts, facts),
    reactions,
    background: [forgetting, declining, deleting],
    migrations: new URL("../prisma/migrations/", import.meta.url),
    pool,
    keysPool,
    close: () => prisma.$disconnect(),
    clock,
  });
}

function ofAccount(caller: Caller, { accountId }: Absence | BlockedTime) {
  return caller.kind === "account" && caller.accountId === accountId ? "self" : "none";
}

function toAttendee(...[, attendee, context]: [Caller, Attendee, Context]) {
  return relateToAttendee(context, attendee);
}

function ofAttendee(...[, { attendee }, context]: [Caller, OfAttendee, Context]) {
  return relateToAttendee(context, attendee);
}

type OfAttendee = { readonly attendee: Attendee };

// The sweep's own round of work, which no request and no event began.
function factsOfRound({ log, now }: Pick<RequestFacts, "log" | "now">): RequestFacts {
  return {
    caller: { kind: "service", service: "scheduling", purpose: "provide.administer" },
    requestId: randomUUID(),
    traceparent: null,
    now,
    log,
    withhold: () => {},
    extend: () => {},
  };
}
