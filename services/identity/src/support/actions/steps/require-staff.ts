import { Forbidden, Unauthenticated, type Caller } from "@tidbok/domain";

/** The caller as a support agent who is logged in. Throws Unauthenticated for a visitor, Forbidden for everybody else. */
export function requireStaff(caller: Caller): Extract<Caller, { kind: "staff" }> {
  if (caller.kind === "staff") return caller;
  throw caller.kind === "anonymous" ? new Unauthenticated() : new Forbidden();
}
