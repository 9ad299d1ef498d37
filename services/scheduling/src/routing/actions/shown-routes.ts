import { isMemberOf } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { RoutingForm } from "../domain/routing-form.ts";

/** Where a form leads and by which rules, for members; whoever answers it is not told what would lead where. */
export function shownRoutes(
  { caller }: Context,
  form: RoutingForm,
): Pick<RoutingForm, "rules" | "fallback"> | null {
  return isMemberOf(caller, form.organizationId) ? form : null;
}
