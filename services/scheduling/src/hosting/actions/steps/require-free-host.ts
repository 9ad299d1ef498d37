import { Forbidden, InvalidInput, isAdministrator } from "@tidbok/domain";
import type { Booking } from "../../../bookings/domain/booking.ts";
import type { Context } from "../../../context.ts";
import type { MeetingType } from "../../../meeting-types/domain/meeting-type.ts";
import { isAway } from "../../../schedules/domain/schedule.ts";
import { HostNotAvailable } from "../../../meeting-types/domain/slot-errors.ts";
import { reservedTime } from "../../../slots/domain/slot-request.ts";

type HostQuery = {
  readonly booking: Booking;
  readonly meetingType: MeetingType;
  readonly toHostId: string;
  readonly mayBeAnyMember: boolean;
};

/**
 * Refuses a new host that may not host the booking, is away or has blocked its time. Other meetings at that time the
 * exclusion constraint refuses. A person that reassigns by hand may ignore hours and limits. Locks the host until the
 * transaction ends.
 */
export async function requireFreeHost(
  context: Pick<Context, "caller" | "now" | "store">,
  query: HostQuery,
): Promise<void> {
  const { store, now } = context;
  const { booking, meetingType, toHostId } = query;
  const scheduleId = await scheduleOf(context, query);
  const message =
    "must be a host of the meeting type, or a member with a schedule that an admin chooses";
  if (!scheduleId) throw new InvalidInput([{ path: "toHostId", code: "UNKNOWN_HOST", message }]);
  await store.reservations.lockHosts([...booking.hostIds, toHostId]);
  await store.reservations.expireStale([toHostId], now);
  const during = reservedTime(booking, meetingType);
  const hours = await store.schedules.findHours([scheduleId]);
  const own = hours.find(({ id }) => id === scheduleId);
  const { organizationId } = booking;
  const isBlocked = await store.blockedTimes.meets({ accountId: toHostId, organizationId, during });
  if (!own || isAway(own, booking) || isBlocked) throw new HostNotAvailable();
}

async function scheduleOf(
  { caller, store }: Pick<Context, "caller" | "store">,
  { booking, meetingType, toHostId, mayBeAnyMember }: HostQuery,
): Promise<string | undefined> {
  const { organizationId } = booking;
  const host = meetingType.hosts.find(({ accountId }) => accountId === toHostId);
  if (host || !mayBeAnyMember) return host?.scheduleId;
  if (!isAdministrator(caller, organizationId)) {
    throw new Forbidden("Only an admin may choose a host that does not host the meeting type.");
  }
  return (await store.schedules.findDefault({ organizationId, ownerId: toHostId }))?.id;
}
