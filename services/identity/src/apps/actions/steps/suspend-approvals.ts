import type { Context } from "../../../context.ts";
import { requestMails } from "../../../accounts/actions/steps/request-mails.ts";
import { recordChanges } from "../../../organizations/actions/steps/record-changes.ts";

/**
 * Suspends what organizations approved for an app, and where it is installed, within the caller's transaction. It stands in the changes of each
 * organization, without the person who changed the app, and the owners get a mail.
 */
export async function suspendApprovals(context: Context, appId: string): Promise<void> {
  const { store, now } = context;
  const approvers = await store.appApprovals.suspend(appId, now);
  const installers = await store.appInstallations.suspend(appId, now);
  const organizationIds = [...new Set([...approvers, ...installers])].sort();
  if (organizationIds.length === 0) return;
  await recordChanges(context, { organizationIds, kind: "APP_SUSPENDED", subjectId: appId });
  const accountIds = await store.memberships.ownersOf(organizationIds);
  await requestMails(context, { accountIds, kind: "APP_SUSPENDED" });
}
