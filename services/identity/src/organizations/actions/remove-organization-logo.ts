import { input, NotFound, requireRole, validate } from "@tidbok/domain";
import { z } from "zod";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Organization } from "../domain/organization.ts";
import { recordChange } from "./steps/record-change.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";

const schema = z.strictObject({ organizationId: input.id });

/** Takes the picture beside the organization's name away. */
export async function removeOrganizationLogo(
  context: Context,
  given: unknown,
): Promise<Organization> {
  requireAccount(context.caller);
  const { organizationId } = validate(schema, given);
  requireRole(context.caller, { organizationId, least: "ADMIN" });
  await inTransaction(context, async (context) => {
    if (!(await context.store.organizationLogos.remove(organizationId))) return;
    const change = { organizationId, kind: "SETTINGS_CHANGED", subjectId: null } as const;
    await recordChange(context, change);
  });
  context.loaders.logoHash.clear(organizationId);
  context.loaders.logoPng.clear(organizationId);
  const organization = await context.loaders.organization.load(organizationId);
  if (organization === null) throw new NotFound("organization");
  return organization;
}
