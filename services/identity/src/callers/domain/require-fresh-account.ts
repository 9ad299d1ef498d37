import { FreshLoginRequired, type Caller } from "@tidbok/domain";
import { requireAccount } from "./require-account.ts";

/** The caller as a person that has proved their identity within ten minutes. Throws what requireAccount throws, and FreshLoginRequired. */
export function requireFreshAccount(caller: Caller): Extract<Caller, { kind: "account" }> {
  const account = requireAccount(caller);
  if (!account.isFresh) throw new FreshLoginRequired();
  return account;
}
