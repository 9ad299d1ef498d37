import { input, roleIn, validate } from "@tidbok/domain";
import { z } from "zod";
import { connectionOf, idPageOf, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { OrganizationChange } from "../domain/organization-change.ts";

const schema = z.object({
  kinds: z.array(z.string()).max(50, "must name each kind once").nullish(),
  from: input.instant.nullish(),
  to: input.instant.nullish(),
});

/** A page of the changes and their actors, newest first; null for callers below owner. */
export async function listOrganizationChanges(
  { caller, store, cursors }: Context,
  {
    organizationId,
    first,
    after,
    last,
    before,
    ...given
  }: PageRequest & {
    readonly organizationId: string;
  },
): Promise<Connection<OrganizationChange> | null> {
  if (roleIn(caller, organizationId) !== "OWNER") return null;
  const { kinds = null, from = null, to = null } = validate(schema, given);
  const page = idPageOf({ first, after, last, before }, cursors);
  const rows = await store.organizationChanges.list(organizationId, { page, kinds, from, to });
  return connectionOf(rows, { page, cursors, positionOf: ({ id }) => [id] });
}
