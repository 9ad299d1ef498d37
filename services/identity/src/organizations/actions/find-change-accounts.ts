import { findAccount } from "../../accounts/actions/find-account.ts";
import type { Account } from "../../accounts/domain/account.ts";
import type { Context } from "../../context.ts";
import type { ChangeKind, OrganizationChange } from "../domain/organization-change.ts";

// Of these the subject is a person; of others it is an invitation, an app, or the organization itself.
const aboutPeople = new Set<ChangeKind>([
  "MEMBER_JOINED",
  "MEMBER_ROLE_CHANGED",
  "MEMBER_LEFT",
  "OWNERSHIP_TRANSFERRED",
  "BOOKING_REASSIGNED",
]);

/** The account that made the change; null once its person was erased. */
export async function findActor(
  context: Context,
  { actorId }: OrganizationChange,
): Promise<Account | null> {
  return actorId === null ? null : findAccount(context, actorId);
}

/** The account that the change was about; null where it was about no person, and once the person was erased. */
export async function findSubject(
  context: Context,
  { kind, subjectId }: OrganizationChange,
): Promise<Account | null> {
  return subjectId === null || !aboutPeople.has(kind) ? null : findAccount(context, subjectId);
}
