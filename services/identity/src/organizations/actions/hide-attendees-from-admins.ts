import { input, requireRole, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { Organization } from "../domain/organization.ts";
import { changeOversight } from "./steps/change-oversight.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";

const schema = z.strictObject({ organizationId: input.id });

/** Hides attendees from the organization's admins again. An admin may do that, too, since it only takes access away. */
export async function hideAttendeesFromAdmins(
  context: Context,
  given: unknown,
): Promise<Organization> {
  requireAccount(context.caller);
  const { organizationId } = validate(schema, given);
  requireRole(context.caller, { organizationId, least: "ADMIN" });
  return changeOversight(context, { organizationId, reason: null });
}
