import type { Context } from "../../../context.ts";
import { checkRoutingForm } from "../../domain/check-routing-form.ts";
import type { RoutingForm } from "../../domain/routing-form.ts";

/** Throws InvalidInput with every problem of a form and of the meeting types to which it leads. */
export async function checkRoutes(
  { store }: Pick<Context, "store">,
  form: RoutingForm,
): Promise<void> {
  const targets = [...form.rules.map(({ target }) => target), form.fallback];
  const ids = new Set(targets.flatMap((target) => target?.meetingTypeId ?? []));
  checkRoutingForm(form, await store.meetingTypes.findMany([...ids]));
}
