import type { AudienceRules } from "../category.ts";

/** The rules that every row starts from: each audience sees null. Analysts see aggregates only. */
export const hiddenFromAll: AudienceRules = {
  self: "hide",
  anonymous: "hide",
  attendee: "hide",
  host: "hide",
  admin: "hide",
  overseer: "hide",
  member: "hide",
  support: "hide",
  partner: "hide",
  analyst: "deny",
  service: "hide",
};
