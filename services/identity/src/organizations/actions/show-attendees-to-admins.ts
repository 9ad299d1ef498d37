import { input, requireRole, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { Organization } from "../domain/organization.ts";
import { changeOversight } from "./steps/change-oversight.ts";
import { requireFreshAccount } from "../../callers/domain/require-fresh-account.ts";

const schema = z.strictObject({ organizationId: input.id, reason: input.line(300) });

/** Lets the organization's admins see names and addresses of attendees, for a reason that every member reads. */
export async function showAttendeesToAdmins(
  context: Context,
  given: unknown,
): Promise<Organization> {
  requireFreshAccount(context.caller);
  const asked = validate(schema, given);
  const { organizationId } = asked;
  requireRole(context.caller, { organizationId, least: "OWNER" });
  return changeOversight(context, asked);
}
