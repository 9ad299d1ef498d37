import {
  createRequestContext,
  type Cursors,
  type RequestFacts,
  type Turns,
  type RequestContext,
} from "@tidbok/service";
import type { BookingLinks } from "./booking-links/adapters/booking-links.ts";
import type { FeedAddresses } from "./feeds/adapters/feed-addresses.ts";
import type { BookingFiles } from "./imports/adapters/booking-files.ts";
import type { ManageLinks } from "./bookings/adapters/manage-links.ts";
import { createSlotBudget, type SlotBudget } from "./slots/domain/slot-budget.ts";
import type { VisitorLimits } from "./slots/adapters/visitor-limits.ts";
import type { PublicHolidays } from "./schedules/adapters/public-holidays.ts";
import type { RouteTokens } from "./routing/adapters/route-tokens.ts";
import type { Store } from "./store/index.ts";
import { createLoaders, type Loaders } from "./store/loaders.ts";

/** The parts of the service, made once. */
export type Parts = {
  readonly store: Store;
  readonly manageLinks: ManageLinks;
  readonly bookingFiles: BookingFiles;
  readonly bookingLinks: BookingLinks;
  readonly routeTokens: RouteTokens;
  readonly feedAddresses: FeedAddresses;
  readonly holidays: PublicHolidays;
  readonly cursors: Cursors;
  readonly visitorLimits: VisitorLimits;
  /** By meeting type: requests for slots take turns in this process. */
  readonly turns: Turns;
  /** Erases all data about a person in the given store; returns how many rows. */
  readonly erase: (store: Store, subjectId: string) => Promise<number>;
  /** A fingerprint of a request under a secret key, so its content cannot be guessed by trial. */
  readonly fingerprint: (text: string) => string;
};

/** What an action or a resolver may use, made for each request and each event. */
export type Context = RequestContext<
  Parts & {
    readonly loaders: Loaders;
    /** Bounds the slots that the request lists, over all its fields. */
    readonly slotBudget: SlotBudget;
  }
>;

/** Makes the context of each request, event or round of work. */
export const createContexts =
  (parts: Parts) =>
  (facts: RequestFacts): Context =>
    createRequestContext(facts, {
      ...parts,
      loaders: createLoaders(parts.store, facts.now),
      slotBudget: createSlotBudget(),
    });
