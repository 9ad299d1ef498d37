import { Forbidden, Unauthenticated, type Caller } from "@tidbok/domain";

/** The caller as a logged-in support agent. Throws Unauthenticated for a visitor, Forbidden for other callers. */
export function requireStaff(caller: Caller): Extract<Caller, { kind: "staff" }> {
  if (caller.kind === "staff") return caller;
  throw caller.kind === "anonymous" ? new Unauthenticated() : new Forbidden();
}
