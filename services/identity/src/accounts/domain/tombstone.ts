import type { Account } from "./account.ts";

/** What others see of a deactivated person: that there is a person, and nothing about them. */
export function tombstone(account: Account): Account {
  if (account.deactivatedAt === null) return account;
  return { ...account, name: null, email: null, timeZone: null, locale: null };
}
