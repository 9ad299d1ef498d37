import { whereTo } from "./where-to.ts";

/** Leaves for where the log-in leads. Going back does not lead to the form again. */
export function goOn(): void {
  location.replace(whereTo(location.search));
}

/** The same after a passkey, by which support agents log in, too: they have no account, and the app is for accounts. */
export function goOnByPasskey(): void {
  location.replace(whereTo(location.search, "/"));
}
