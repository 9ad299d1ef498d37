import { Forbidden, input, NotFound, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import {
  bookingLimits,
  checkLimits,
  type BookingLimit,
} from "../../schedules/domain/booking-limit.ts";
import { memberOf } from "../../schedules/domain/member-of.ts";
import { isAdministrator } from "../../bookings/domain/relation.ts";

const schema = z.strictObject({
  organizationId: input.id,
  accountId: input.id.nullish(),
  limits: bookingLimits,
});

export async function setHostLimits(
  { caller, store }: Context,
  given: unknown,
): Promise<readonly BookingLimit[]> {
  const { organizationId, accountId, limits } = validate(schema, given);
  const self = memberOf(caller, organizationId);
  const hostId = accountId ?? self;
  if (hostId !== self && !isAdministrator(caller, organizationId)) throw new Forbidden();
  checkLimits(limits);
  await store.transaction(async (inside) => {
    // Whoever has hours here belongs here; limits of others would be rows about strangers.
    const hours = { organizationId, ownerId: hostId, before: null, limit: 1 };
    const [schedule] = hostId === self ? [null] : await inside.schedules.list(hours);
    if (schedule === undefined) throw new NotFound("host");
    await inside.hostLimits.replace({ organizationId, hostId }, limits);
  });
  return limits;
}
