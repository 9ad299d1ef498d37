import { newId } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";

type Reassignment = {
  readonly organizationId: string;
  readonly byId: string;
  readonly toHostId: string;
};

/** Writes among the changes of the organization that an admin gave a booking to another host. */
export async function saveReassignment(
  context: Context,
  { organizationId, byId, toHostId }: Reassignment,
): Promise<void> {
  await inTransaction(context, async ({ store, now }) => {
    // The event may be older than the end of the organization, or the erasure of a person.
    const [organization] = await store.organizations.findMany([organizationId]);
    if (!organization) return;
    const present = new Set<string>();
    for (const id of [byId, toHostId].toSorted()) {
      if (await store.accounts.lock(id)) present.add(id);
    }
    await store.organizationChanges.insert({
      id: newId(),
      organizationId,
      kind: "BOOKING_REASSIGNED",
      actorId: present.has(byId) ? byId : null,
      subjectId: present.has(toHostId) ? toHostId : null,
      changedAt: now,
      reason: null,
    });
  });
}
