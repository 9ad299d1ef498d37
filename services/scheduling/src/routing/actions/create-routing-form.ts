import { Forbidden, newId, NotFound, validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { memberOf } from "../../schedules/domain/member-of.ts";
import { isAdministrator } from "../../bookings/domain/relation.ts";
import { TooManyForms } from "../domain/routing-errors.ts";
import { mostForms, type RoutingForm } from "../domain/routing-form.ts";
import { newRoutingForm } from "../domain/routing-form-input.ts";
import { checkRoutes } from "./steps/check-routes.ts";

export async function createRoutingForm(context: Context, given: unknown): Promise<RoutingForm> {
  const { idempotencyKey, ...wish } = validate(newRoutingForm, given);
  const { caller, now } = context;
  const principal = `account ${memberOf(caller, wish.organizationId)}`;
  if (!isAdministrator(caller, wish.organizationId)) throw new Forbidden();
  return context.store.transaction(async (store) => {
    const request = {
      ...{ principal, operation: "createRoutingForm", key: idempotencyKey, request: wish },
    };
    const { id } = await store.once(request, async () => {
      const form: RoutingForm = { ...wish, id: newId(), createdAt: now, updatedAt: now };
      await checkRoutes({ store }, form);
      const count = await store.routingForms.countLocked(form.organizationId);
      if (count >= mostForms) throw new TooManyForms(mostForms);
      await store.routingForms.insert(form);
      return form.id;
    });
    const form = await store.routingForms.find(id);
    // Made under this key, and deleted since.
    if (!form) throw new NotFound("routing form");
    return form;
  });
}
