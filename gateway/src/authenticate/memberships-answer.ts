import { z } from "zod";

/** The memberships of a person, as identity answers them. */
export const membershipsAnswer = z.array(
  z.object({
    organizationId: z.string(),
    role: z.enum(["OWNER", "ADMIN", "MEMBER"]),
    version: z.number(),
  }),
);
