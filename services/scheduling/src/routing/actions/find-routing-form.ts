import { isId } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { RoutingForm } from "../domain/routing-form.ts";

/** The form, for every caller that knows its id; null if it does not exist. */
export async function findRoutingForm({ store }: Context, id: string): Promise<RoutingForm | null> {
  return isId(id) ? store.routingForms.find(id) : null;
}
