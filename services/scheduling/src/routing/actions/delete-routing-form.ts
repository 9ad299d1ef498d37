import { input, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { RoutingForm } from "../domain/routing-form.ts";
import { editableRoutingForm } from "./steps/editable-routing-form.ts";

const schema = z.strictObject({ routingFormId: input.id });

export async function deleteRoutingForm(context: Context, given: unknown): Promise<RoutingForm> {
  const { routingFormId } = validate(schema, given);
  return context.store.transaction(async (store) => {
    const form = await editableRoutingForm({ ...context, store }, routingFormId);
    await store.routingForms.remove(form);
    return form;
  });
}
