import { NotFound } from "@tidbok/domain";
import { OversightChanged } from "@tidbok/events";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../../context.ts";
import type { Organization } from "../../domain/organization.ts";
import { recordChange } from "./record-change.ts";

type Oversight = {
  readonly organizationId: string;
  /** Why admins may see attendees; null when they may not. */
  readonly reason: string | null;
};

/** Records and tells whether an organization's admins may see attendees. Does nothing where that is so already. */
export async function changeOversight(context: Context, asked: Oversight): Promise<Organization> {
  const { organizationId } = asked;
  await inTransaction(context, async (context) => {
    const { organizations } = context.store;
    await organizations.lock(organizationId);
    const [before] = await organizations.findMany([organizationId]);
    if (!before) throw new NotFound("organization");
    // The same once more, as after an answer that was lost, is no news to the members.
    if ((await reasonOf(context, before)) !== asked.reason) await write(context, asked);
  });
  const { organization } = context.loaders;
  const after = await organization.clear(organizationId).load(organizationId);
  if (after === null) throw new NotFound("organization");
  return after;
}

async function reasonOf({ store }: Context, { oversightId }: Organization): Promise<string | null> {
  const [holding] = oversightId ? await store.organizationChanges.findMany([oversightId]) : [];
  return holding?.reason ?? null;
}

async function write(context: Context, { organizationId, reason }: Oversight): Promise<void> {
  const { store } = context;
  const mayAdminsSeeAttendees = reason !== null;
  const kind = mayAdminsSeeAttendees ? "ATTENDEES_SHOWN_TO_ADMINS" : "ATTENDEES_HIDDEN_FROM_ADMINS";
  const id = await recordChange(context, { organizationId, kind, subjectId: null, reason });
  await store.organizations.update(organizationId, {
    oversightId: mayAdminsSeeAttendees ? id : null,
  });
  const subject = { about: organizationId, organizationId };
  await context.tell(OversightChanged, subject, { organizationId, mayAdminsSeeAttendees });
}
