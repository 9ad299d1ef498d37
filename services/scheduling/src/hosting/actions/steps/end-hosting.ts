import type { Context } from "../../../context.ts";
import { goesOnWithout } from "../../../meeting-types/domain/goes-on-without.ts";

/**
 * Takes an account out of all that it hosts, in one organization or (null) in every one, with the hours
 * that it set up there. What is booked stays; who hosts it instead is for people to decide.
 */
export async function endHosting(
  { store, now, log }: Pick<Context, "store" | "now" | "log">,
  host: { readonly accountId: string; readonly organizationId: string | null },
): Promise<void> {
  await store.transaction(async (inside) => {
    const hosted = await inside.meetingTypes.lockHostedBy(host);
    for (const meetingType of hosted) {
      await inside.meetingTypes.removeHost(meetingType, host.accountId);
      if (goesOnWithout(meetingType, host.accountId)) continue;
      await inside.meetingTypes.deactivate(meetingType, now);
      log.info({ meetingTypeId: meetingType.id }, "a meeting type has lost its host");
    }
    await inside.hostRows.remove(host);
  });
}
