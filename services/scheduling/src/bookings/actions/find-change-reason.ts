import type { Context } from "../../context.ts";
import type { ShownChange } from "./list-changes.ts";

/** What was written with a change, or null. */
export async function findChangeReason(
  { loaders }: Context,
  change: ShownChange,
): Promise<string | null> {
  const { kind, attendeeId } = change;
  if (kind === "RESCHEDULED") return loaders.changeReason.load(change);
  // These end a booking, which happens once: their reason is in the attendee's row.
  if (kind !== "CANCELLED" && kind !== "DECLINED") return null;
  return (await loaders.attendeeDetails.load(attendeeId))?.cancellationReason ?? null;
}
