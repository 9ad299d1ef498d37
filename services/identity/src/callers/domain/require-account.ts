import { Forbidden, Unauthenticated, type Caller } from "@tidbok/domain";

/** The caller as a logged-in person. Throws Unauthenticated for a visitor, Forbidden for apps and others. */
export function requireAccount(caller: Caller): Extract<Caller, { kind: "account" }> {
  if (caller.kind === "account") return caller;
  throw caller.kind === "anonymous" ? new Unauthenticated() : new Forbidden();
}
