import { whereTo } from "./where-to.ts";

/** Leaves for where the log-in leads. Going back does not lead to the form again. */
export function goOn(): void {
  location.replace(whereTo(location.search));
}
