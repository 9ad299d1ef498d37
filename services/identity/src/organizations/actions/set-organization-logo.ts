import { input, InvalidInput, NotFound, requireRole, validate } from "@tidbok/domain";
import { z } from "zod";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Organization } from "../domain/organization.ts";
import { recordChange } from "./steps/record-change.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";

const schema = z.strictObject({
  organizationId: input.id,
  // Base64 of 64 KB, and not more.
  png: z
    .base64("must be base64")
    .min(1, "must not be empty")
    .max(87_384, "must have 87384 characters at most"),
});

/** Puts a picture beside the organization's name. Of what was sent only the picture is kept. */
export async function setOrganizationLogo(context: Context, given: unknown): Promise<Organization> {
  requireAccount(context.caller);
  const { organizationId, png: sent } = validate(schema, given);
  requireRole(context.caller, { organizationId, least: "ADMIN" });
  const logo = context.logos.clean(Buffer.from(sent, "base64"));
  if (logo === null) {
    const message = "must be a PNG of 1024 pixels a side and 64 KB at most, not interlaced";
    throw new InvalidInput([{ path: "png", code: "NO_PICTURE", message }]);
  }
  await inTransaction(context, async (context) => {
    await context.store.organizationLogos.put(organizationId, { ...logo, at: context.now });
    const change = { organizationId, kind: "SETTINGS_CHANGED", subjectId: null } as const;
    await recordChange(context, change);
  });
  context.loaders.logoHash.clear(organizationId);
  context.loaders.logoPng.clear(organizationId);
  const organization = await context.loaders.organization.load(organizationId);
  if (organization === null) throw new NotFound("organization");
  return organization;
}
