import { Forbidden, InvalidInput } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { Booking } from "../../../bookings/domain/booking.ts";
import type { MeetingType } from "../../../meeting-types/domain/meeting-type.ts";
import { HostNotAvailable } from "../../domain/reassign.ts";
import { isAdministrator } from "../../../bookings/domain/relation.ts";
import { reservedTime } from "../../../slots/domain/reserved-time.ts";
import { isAway } from "../../../schedules/domain/time-away.ts";

type Wish = {
  readonly booking: Booking;
  readonly meetingType: MeetingType;
  readonly toHostId: string;
  readonly mayBeAnyMember: boolean;
};

/**
 * Whoever shall take a booking over, at its time: refuses who may not host it, is away or has blocked
 * that time; what else takes it the exclusion constraint knows. Hours and limits are what a person
 * decides over by hand. Until the end of the transaction nobody else books this host.
 */
export async function requireFreeHost(
  context: Pick<Context, "caller" | "now" | "store">,
  wish: Wish,
): Promise<void> {
  const { store, now } = context;
  const { booking, meetingType, toHostId } = wish;
  const scheduleId = await scheduleOf(context, wish);
  const message =
    "must be a host of the meeting type, or a member with a schedule whom an admin chooses";
  if (!scheduleId) throw new InvalidInput([{ path: "toHostId", code: "UNKNOWN_HOST", message }]);
  await store.reservations.lockHosts([...booking.hostIds, toHostId]);
  await store.reservations.expireStale([toHostId], now);
  const during = reservedTime(booking, meetingType);
  const hours = await store.schedules.findHours([scheduleId]);
  const own = hours.find(({ id }) => id === scheduleId);
  const isBlocked = await store.blockedTimes.meets({ accountId: toHostId, during });
  if (!own || isAway(own, booking) || isBlocked) throw new HostNotAvailable();
}

async function scheduleOf(
  { caller, store }: Pick<Context, "caller" | "store">,
  { booking, meetingType, toHostId, mayBeAnyMember }: Wish,
): Promise<string | undefined> {
  const { organizationId } = booking;
  const host = meetingType.hosts.find(({ accountId }) => accountId === toHostId);
  if (host || !mayBeAnyMember) return host?.scheduleId;
  if (!isAdministrator(caller, organizationId)) {
    throw new Forbidden("Only an admin may let somebody host who does not host the meeting type.");
  }
  return (await store.schedules.findDefault({ organizationId, ownerId: toHostId }))?.id;
}
