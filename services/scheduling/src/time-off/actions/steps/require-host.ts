import { NotFound } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { TimeOffHost } from "../../domain/time-off-host.ts";

/**
 * Throws NotFound for an account without a schedule in the organization. A row about an unrelated account would tell
 * the admin that account's name.
 */
export async function requireHost(
  { store }: Pick<Context, "store">,
  { organizationId, accountId: ownerId }: TimeOffHost,
): Promise<void> {
  if (!(await store.schedules.findDefault({ organizationId, ownerId }))) throw new NotFound("host");
}
