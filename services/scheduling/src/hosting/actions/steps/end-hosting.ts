import { inTransaction } from "@tidbok/service";
import type { Context } from "../../../context.ts";
import { mayLoseHost } from "../../../meeting-types/domain/may-lose-host.ts";

/**
 * Removes an account from all meeting types that it hosts, in one organization or (null) in all, together with its
 * schedules there. Bookings stay; people decide which host takes them over.
 */
export async function endHosting(
  context: Context,
  host: { readonly accountId: string; readonly organizationId: string | null },
): Promise<void> {
  await inTransaction(context, async ({ store, now, log }) => {
    const hosted = await store.meetingTypes.lockHostedBy(host);
    for (const meetingType of hosted) {
      await store.meetingTypes.removeHost(meetingType, host.accountId);
      if (mayLoseHost(meetingType, host.accountId)) continue;
      await store.meetingTypes.deactivate(meetingType, now);
      log.info({ meetingTypeId: meetingType.id }, "a meeting type has lost its host");
    }
    await store.hostRows.remove(host);
  });
}
