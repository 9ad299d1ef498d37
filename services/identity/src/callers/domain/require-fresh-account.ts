import { FreshLoginRequired, type Caller } from "@tidbok/domain";
import { requireAccount } from "./require-account.ts";

/** The caller as a person who has shown within ten minutes who they are. Throws what requireAccount throws, and FreshLoginRequired. */
export function requireFreshAccount(caller: Caller): Extract<Caller, { kind: "account" }> {
  const account = requireAccount(caller);
  if (!account.isFresh) throw new FreshLoginRequired();
  return account;
}
