import { validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { RoutingForm } from "../domain/routing-form.ts";
import { routingFormChange } from "../domain/routing-form-input.ts";
import { checkRoutes } from "./steps/check-routes.ts";
import { editableRoutingForm } from "./steps/editable-routing-form.ts";

export async function updateRoutingForm(context: Context, given: unknown): Promise<RoutingForm> {
  const { routingFormId, title, questions, rules, fallback } = validate(routingFormChange, given);
  return context.store.transaction(async (store) => {
    const form = await editableRoutingForm({ ...context, store }, routingFormId);
    const changed: RoutingForm = {
      ...form,
      ...(title != null && { title }),
      ...(questions != null && { questions }),
      ...(rules != null && { rules }),
      ...(fallback !== undefined && { fallback }),
      updatedAt: context.now,
    };
    await checkRoutes({ store }, changed);
    await store.routingForms.update(changed);
    return changed;
  });
}
