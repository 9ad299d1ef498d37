import { input, NotFound, requireRole, validate } from "@tidbok/domain";
import { DiscretionChanged } from "@tidbok/events";
import { z } from "zod";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Organization } from "../domain/organization.ts";
import { recordChange } from "./steps/record-change.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";

// A null is a field left out: nothing of an organization can be taken away.
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? undefined);

const schema = z.strictObject({
  organizationId: input.id,
  name: optional(input.line(120)),
  timeZone: optional(input.timeZone),
  locale: optional(input.locale),
  mayHostsShowAttendees: optional(z.boolean()),
});

/** Changes an organization's settings; its address stays, for links lead there. */
export async function updateOrganization(context: Context, given: unknown): Promise<Organization> {
  requireAccount(context.caller);
  const { organizationId, name, timeZone, locale, mayHostsShowAttendees } = validate(schema, given);
  requireRole(context.caller, { organizationId, least: "ADMIN" });
  await inTransaction(context, async (context) => {
    await context.store.organizations.update(organizationId, {
      ...(name !== undefined && { name }),
      ...(timeZone !== undefined && { timeZone }),
      ...(locale !== undefined && { locale }),
      ...(mayHostsShowAttendees !== undefined && { mayHostsShowAttendees }),
    });
    const change = { organizationId, kind: "SETTINGS_CHANGED", subjectId: null } as const;
    await recordChange(context, change);
    if (mayHostsShowAttendees === undefined) return;
    const subject = { about: organizationId, organizationId };
    await context.tell(DiscretionChanged, subject, { organizationId, mayHostsShowAttendees });
  });
  const { organization } = context.loaders;
  const changed = await organization.clear(organizationId).load(organizationId);
  if (changed === null) throw new NotFound("organization");
  return changed;
}
