import type { Context } from "../../context.ts";
import { belongings } from "../../organizations/domain/relation.ts";
import type { Person } from "../domain/person.ts";

/** The person with this account; null if the account is unverified, deactivated or erased. */
export async function findPerson({ loaders }: Context, id: string): Promise<Person | null> {
  const account = id === "" ? null : await loaders.account.load(id);
  if (!account?.isEmailVerified || account.email === null || account.deactivatedAt !== null) {
    return null;
  }
  const memberships = belongings(await loaders.memberships.load(id));
  return { id, locale: account.locale, memberships };
}
