import { InvalidInput } from "@tidbok/domain";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";

/** A host who shall call needs a number to call. */
export function requirePhone(
  attendee: { readonly phone?: string | null | undefined },
  { location }: Pick<MeetingType, "location">,
): void {
  if (location.kind !== "HOST_CALLS" || attendee.phone != null) return;
  const message = "must be given, since the host calls";
  throw new InvalidInput([{ path: "attendee.phone", code: "REQUIRED", message }]);
}
