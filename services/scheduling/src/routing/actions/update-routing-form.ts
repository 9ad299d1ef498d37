import { validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { updateRoutingFormInput } from "../domain/routing-form-input.ts";
import type { RoutingForm } from "../domain/routing-form.ts";
import { checkRoutes } from "./steps/check-routes.ts";
import { editableRoutingForm } from "./steps/editable-routing-form.ts";

/** Changes a form; fields that the input omits stay as they are. For the organization's admins. */
export async function updateRoutingForm(context: Context, given: unknown): Promise<RoutingForm> {
  const change = validate(updateRoutingFormInput, given);
  return inTransaction(context, async (context) => {
    const form = await editableRoutingForm(context, change.routingFormId);
    const changed: RoutingForm = {
      ...form,
      title: change.title ?? form.title,
      questions: change.questions ?? form.questions,
      rules: change.rules ?? form.rules,
      // Null removes the fallback.
      fallback: change.fallback === undefined ? form.fallback : change.fallback,
      updatedAt: context.now,
    };
    await checkRoutes(context, changed);
    await context.store.routingForms.update(changed);
    return changed;
  });
}
