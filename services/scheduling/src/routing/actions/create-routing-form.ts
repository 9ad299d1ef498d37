import {
  Forbidden,
  isAdministrator,
  newId,
  NotFound,
  requireMember,
  validate,
} from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { TooManyForms } from "../domain/routing-errors.ts";
import { createRoutingFormInput } from "../domain/routing-form-input.ts";
import { mostForms, type RoutingForm } from "../domain/routing-form.ts";
import { checkRoutes } from "./steps/check-routes.ts";

/** Creates a form, once per idempotency key. For the organization's admins. */
export async function createRoutingForm(context: Context, given: unknown): Promise<RoutingForm> {
  const { idempotencyKey: key, ...input } = validate(createRoutingFormInput, given);
  const { caller, now } = context;
  const principal = `account ${requireMember(caller, input.organizationId)}`;
  if (!isAdministrator(caller, input.organizationId)) throw new Forbidden();
  const request = { principal, operation: "createRoutingForm", key, request: input };
  return inTransaction(context, async (context) => {
    const { store } = context;
    const { id } = await store.once(request, async () => {
      const form: RoutingForm = { ...input, id: newId(), createdAt: now, updatedAt: now };
      await checkRoutes(context, form);
      const count = await store.routingForms.countLocked(form.organizationId);
      if (count >= mostForms) throw new TooManyForms(mostForms);
      await store.routingForms.insert(form);
      return form.id;
    });
    const form = await store.routingForms.find(id);
    // An earlier request created a form under this key, and the form was deleted since.
    if (!form) throw new NotFound("routing form");
    return form;
  });
}
