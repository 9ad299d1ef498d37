import { input } from "@tidbok/domain";
import { z } from "zod";
import { linkToken } from "../../booking-links/domain/booking-link.ts";
import { routeToken } from "../../routing/domain/route-of.ts";

/** The fields that name a slot, in every input that has one. */
export const slotFields = {
  meetingTypeId: input.id,
  // An instant; the refusals by clock and rules have codes of their own.
  startAt: input.instant,
  durationMinutes: z.int().nullish(),
  linkToken: linkToken.nullish(),
  routeToken: routeToken.nullish(),
};

/** The input of holdSlot. */
export const holdSlotInput = z.strictObject(slotFields);

/** The slot that an input names. */
export type SlotInput = z.output<typeof holdSlotInput>;
