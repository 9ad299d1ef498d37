import { isMemberOf } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { RoutingForm } from "../domain/routing-form.ts";

/** The rules and the fallback of a form, for members; null for other callers, which must not learn the rules. */
export function findRoutes(
  { caller }: Context,
  form: RoutingForm,
): Pick<RoutingForm, "rules" | "fallback"> | null {
  return isMemberOf(caller, form.organizationId) ? form : null;
}
