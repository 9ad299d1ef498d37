import type { Context } from "../../context.ts";
import type { ShownChange } from "./list-changes.ts";

/** The reason that was written with a change, or null. */
export async function findChangeReason(
  { loaders }: Context,
  change: ShownChange,
): Promise<string | null> {
  const { kind, attendeeId } = change;
  if (kind === "RESCHEDULED") return loaders.changeReason.load(change);
  // A booking ends once, so the reason of its end is in the attendee's row.
  if (kind !== "CANCELLED" && kind !== "DECLINED") return null;
  return (await loaders.attendeeDetails.load(attendeeId))?.cancellationReason ?? null;
}
