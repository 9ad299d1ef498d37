import type { Context } from "../../../context.ts";

/**
 * Refuses a visitor whose network made too many attempts. An account or an app answers for its attempts itself, so it
 * has no limit here.
 */
export async function limitVisitor(
  { caller, network, visitorLimits }: Pick<Context, "caller" | "network" | "visitorLimits">,
  { meetingTypeId }: { readonly meetingTypeId: string },
): Promise<void> {
  if (caller.kind !== "anonymous" || network === undefined) return;
  await visitorLimits.take({ network, meetingTypeId });
}
