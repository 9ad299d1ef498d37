import { Forbidden, isMemberOf, NotFound } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import { memberOf } from "../../../schedules/domain/member-of.ts";
import { isAdministrator } from "../../../bookings/domain/relation.ts";
import type { RoutingForm } from "../../domain/routing-form.ts";

/** The form, for the organization's admins; nobody else changes it until the transaction ends. */
export async function editableRoutingForm(
  { caller, store }: Pick<Context, "caller" | "store">,
  id: string,
): Promise<RoutingForm> {
  await store.routingForms.lock(id);
  const form = await store.routingForms.find(id);
  if (!form || !isMemberOf(caller, form.organizationId)) throw new NotFound("routing form");
  memberOf(caller, form.organizationId);
  if (!isAdministrator(caller, form.organizationId)) throw new Forbidden();
  return form;
}
