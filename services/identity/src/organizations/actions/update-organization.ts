import { input, NotFound, requireRole, validate } from "@tidbok/domain";
import { DiscretionChanged } from "@tidbok/events";
import { z } from "zod";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Organization } from "../domain/organization.ts";
import { organizationLooks } from "./steps/organization-looks.ts";
import { recordChange } from "./steps/record-change.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";

// A null is a field left out; an empty text takes a description or a color away.
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? undefined);

const schema = z.strictObject({
  organizationId: input.id,
  name: optional(input.line(120)),
  timeZone: optional(input.timeZone),
  locale: optional(input.locale),
  mayHostsShowAttendees: optional(z.boolean()),
  description: optional(organizationLooks.description),
  // Null stands for a color taken away once it is read, so it is told from a field left out before.
  accentColor: z.preprocess(
    (value) => value ?? undefined,
    organizationLooks.accentColor.optional(),
  ),
  embedOrigins: optional(organizationLooks.embedOrigins),
  isFindable: optional(organizationLooks.isFindable),
});

/** Changes an organization's settings; its address stays, for links lead there. */
export async function updateOrganization(context: Context, given: unknown): Promise<Organization> {
  requireAccount(context.caller);
  const { organizationId, ...settings } = validate(schema, given);
  const { mayHostsShowAttendees } = settings;
  requireRole(context.caller, { organizationId, least: "ADMIN" });
  await inTransaction(context, async (context) => {
    const changed = Object.entries(settings).filter(([, value]) => value !== undefined);
    await context.store.organizations.update(organizationId, Object.fromEntries(changed));
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
