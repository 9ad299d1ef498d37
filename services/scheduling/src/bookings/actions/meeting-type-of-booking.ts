import type { Context } from "../../context.ts";
import type { Booking } from "../domain/booking.ts";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";

/** The meeting type of a booking. A caller that may know of the booking may know of it, active or not. */
export async function meetingTypeOfBooking(
  { loaders }: Context,
  { meetingTypeId }: Booking,
): Promise<MeetingType | null> {
  return loaders.meetingType.load(meetingTypeId);
}
