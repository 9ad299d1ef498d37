import { Forbidden, isAdministrator, isMemberOf, NotFound, requireMember } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { RoutingForm } from "../../domain/routing-form.ts";

/**
 * The form, locked until the transaction ends. Throws NotFound for callers outside the organization, and Forbidden for
 * members that are not admins.
 */
export async function editableRoutingForm(
  { caller, store }: Pick<Context, "caller" | "store">,
  id: string,
): Promise<RoutingForm> {
  await store.routingForms.lock(id);
  const form = await store.routingForms.find(id);
  if (!form || !isMemberOf(caller, form.organizationId)) throw new NotFound("routing form");
  requireMember(caller, form.organizationId);
  if (!isAdministrator(caller, form.organizationId)) throw new Forbidden();
  return form;
}
