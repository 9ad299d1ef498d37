import type { Context } from "../../context.ts";
import { isId } from "../../schedules/domain/is-id.ts";
import type { RoutingForm } from "../domain/routing-form.ts";

/** The form, for everybody who knows its id; null where there is none. */
export async function findRoutingForm({ store }: Context, id: string): Promise<RoutingForm | null> {
  return isId(id) ? store.routingForms.find(id) : null;
}
