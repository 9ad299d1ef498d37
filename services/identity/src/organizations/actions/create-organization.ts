import { input, newId, Unauthenticated, validate } from "@tidbok/domain";
import { MemberJoined, OrganizationCreated } from "@tidbok/events";
import { z } from "zod";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { isReserved, type Organization } from "../domain/organization.ts";
import { keepWithinLimit } from "./steps/keep-within-limit.ts";
import { recordChange } from "./steps/record-change.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";

const schema = z.strictObject({
  name: input.line(120),
  slug: input.slug.refine((slug) => !isReserved(slug), {
    message: "must be another; the platform keeps this one",
    params: { code: "RESERVED" },
  }),
  timeZone: input.timeZone,
  locale: input.locale,
  idempotencyKey: input.idempotencyKey.nullish(),
});

/** Makes an organization and its owner, the caller. */
export async function createOrganization(context: Context, given: unknown): Promise<Organization> {
  const { accountId } = requireAccount(context.caller);
  const { idempotencyKey: key, ...asked } = validate(schema, given);
  const looks = { description: "", accentColor: null, embedOrigins: [], isFindable: false };
  const settings = { ...looks, oversightId: null, mayHostsShowAttendees: true };
  const organization = { ...asked, ...settings, id: newId(), createdAt: context.now };
  const id = await inTransaction(context, async (context) => {
    const work = () => record(context, { organization, ownerId: accountId });
    if (!key) return work();
    const request = { principal: accountId, operation: "createOrganization", key, request: asked };
    return (await context.store.once(request, work)).id;
  });
  return (await context.loaders.organization.load(id)) ?? organization;
}

async function record(
  context: Context,
  { organization, ownerId }: { organization: Organization; ownerId: string },
): Promise<string> {
  const { store, now } = context;
  const { id: organizationId } = organization;
  const subject = { about: organizationId, organizationId };
  const role = "OWNER";
  // The lock makes a second membership of the person wait, so that both together cannot exceed the limit.
  if (!(await store.accounts.lock(ownerId))) throw new Unauthenticated();
  await store.organizations.insert(organization);
  await store.memberships.insert({ organizationId, accountId: ownerId, role, joinedAt: now });
  await keepWithinLimit(store, ownerId);
  await recordChange(context, { organizationId, kind: "CREATED", subjectId: null });
  await context.tell(OrganizationCreated, subject, { organizationId, ownerId });
  await context.tell(MemberJoined, subject, { organizationId, accountId: ownerId, role });
  await store.memberships.recordVersion({ organizationId, accountId: ownerId });
  return organizationId;
}
