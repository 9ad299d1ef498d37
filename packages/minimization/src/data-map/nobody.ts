import type { AudienceRules } from "../category.ts";

/** The row that every other starts from: what is not said is hidden. Analysts see aggregates only. */
export const nobody: AudienceRules = {
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
