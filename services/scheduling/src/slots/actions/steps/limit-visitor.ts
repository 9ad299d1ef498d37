import type { Context } from "../../../context.ts";

/**
 * Refuses a visitor after too many attempts from its network. Accounts and apps have no such limit, because each is
 * answerable for its own attempts.
 */
export async function limitVisitor(
  { caller, network, visitorLimits }: Pick<Context, "caller" | "network" | "visitorLimits">,
  { meetingTypeId }: { readonly meetingTypeId: string },
): Promise<void> {
  if (caller.kind !== "anonymous" || network === undefined) return;
  await visitorLimits.take({ network, meetingTypeId });
}
