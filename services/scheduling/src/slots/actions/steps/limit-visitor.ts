import type { Context } from "../../../context.ts";

/** Refuses a visitor from whose network too much was tried. Whoever is logged in or comes by an app answers for it. */
export async function limitVisitor(
  { caller, network, visitorLimits }: Pick<Context, "caller" | "network" | "visitorLimits">,
  { meetingTypeId }: { readonly meetingTypeId: string },
): Promise<void> {
  if (caller.kind !== "anonymous" || network === undefined) return;
  await visitorLimits.take({ network, meetingTypeId });
}
