import { Forbidden, input, isAdministrator, NotFound, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { requireKnownMembership } from "../../schedules/actions/steps/require-known-membership.ts";
import {
  bookingLimits,
  checkLimits,
  type BookingLimit,
} from "../../schedules/domain/booking-limit.ts";

const setHostLimitsInput = z.strictObject({
  organizationId: input.id,
  accountId: input.id.nullish(),
  limits: bookingLimits,
});

/** Replaces the limits of a host over all meeting types. Existing bookings stay, even beyond the new limits. */
export async function setHostLimits(
  context: Context,
  given: unknown,
): Promise<readonly BookingLimit[]> {
  const { caller } = context;
  const { organizationId, accountId, limits } = validate(setHostLimitsInput, given);
  const self = await requireKnownMembership(context, organizationId);
  const hostId = accountId ?? self;
  if (hostId !== self && !isAdministrator(caller, organizationId)) throw new Forbidden();
  checkLimits(limits);
  await inTransaction(context, async ({ store }) => {
    // A schedule shows that the account belongs to the organization; limits of strangers must not be stored.
    const owner = { organizationId, ownerId: hostId };
    if (hostId !== self && !(await store.schedules.findDefault(owner))) throw new NotFound("host");
    await store.hostLimits.replace({ organizationId, hostId }, limits);
  });
  return limits;
}
