import { input, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { RoutingForm } from "../domain/routing-form.ts";
import { editableRoutingForm } from "./steps/editable-routing-form.ts";

const deleteRoutingFormInput = z.strictObject({ routingFormId: input.id });

/** Deletes a form. For the organization's admins. */
export async function deleteRoutingForm(context: Context, given: unknown): Promise<RoutingForm> {
  const { routingFormId } = validate(deleteRoutingFormInput, given);
  return inTransaction(context, async (context) => {
    const form = await editableRoutingForm(context, routingFormId);
    await context.store.routingForms.remove(form);
    return form;
  });
}
