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
import type { VisitorLimits } from "./slots/adapters/visitor-limits.ts";
import type { PublicHolidays } from "./schedules/adapters/public-holidays.ts";
import type { RouteTokens } from "./routing/adapters/route-tokens.ts";
import type { Store } from "./store/index.ts";
import { createLoaders, type Loaders } from "./store/loaders.ts";

/** What the service is made of, once. */
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
  /** By meeting type: whoever wants a slot comes one after the other, in this process. */
  readonly turns: Turns;
  /** Takes all away that is held about a person, within the store that is given; how many rows. */
  readonly erase: (store: Store, subjectId: string) => Promise<number>;
  /** A fingerprint of a request under a secret key: what it was made of cannot be tried out. */
  readonly fingerprint: (text: string) => string;
};

/** What an action or a resolver may use, made for each request and each event. */
export type Context = RequestContext<Parts & { readonly loaders: Loaders }>;

/** A context for each request, event or round of work of a service that is made of these parts. */
export const createContexts =
  (parts: Parts) =>
  (facts: RequestFacts): Context =>
    createRequestContext(facts, { ...parts, loaders: createLoaders(parts.store, facts.now) });
