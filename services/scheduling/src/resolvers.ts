import { mergeResolvers } from "@tidbok/service";
import type { Context } from "./context.ts";
import { resolvers as schedules } from "./schedules/resolvers.ts";
import { resolvers as meetingTypes } from "./meeting-types/resolvers.ts";
import { resolvers as bookingLinks } from "./booking-links/resolvers.ts";
import { resolvers as routing } from "./routing/resolvers.ts";
import { resolvers as slots } from "./slots/resolvers.ts";
import { resolvers as bookings } from "./bookings/resolvers.ts";
import { resolvers as series } from "./series/resolvers.ts";
import { resolvers as proposals } from "./proposals/resolvers.ts";
import { resolvers as hosting } from "./hosting/resolvers.ts";
import { resolvers as timeOff } from "./time-off/resolvers.ts";
import { resolvers as imports } from "./imports/resolvers.ts";
import { resolvers as notes } from "./notes/resolvers.ts";
import { resolvers as statistics } from "./statistics/resolvers.ts";
import { resolvers as feeds } from "./feeds/resolvers.ts";
import { resolvers as organizations } from "./organizations/resolvers.ts";

/** How each field is answered, by type; a subject resolves its own. */
export const resolvers = mergeResolvers<Context>([
  schedules,
  meetingTypes,
  bookingLinks,
  routing,
  slots,
  bookings,
  series,
  proposals,
  hosting,
  timeOff,
  imports,
  notes,
  statistics,
  feeds,
  organizations,
]);
