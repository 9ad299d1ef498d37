import {
  Forbidden,
  isAdministrator,
  requireMember,
  type InputProblem,
  type Instant,
} from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { MeetingTypeHost } from "../../domain/meeting-type.ts";
import type { HostInput } from "../../domain/meeting-type-input.ts";

/**
 * The hosts with their schedules, and the problems of hosts without a schedule in this organization; a schedule there
 * also shows that the host belongs to it. A member may add only their own account, an admin every host; throws Forbidden
 * otherwise.
 */
export async function resolveHosts(
  { caller, store, now }: Pick<Context, "caller" | "store" | "now">,
  request: {
    readonly organizationId: string;
    readonly hosts: readonly HostInput[];
    /** By account, the present hosts with the instant at which each joined. */
    readonly joinedAt?: ReadonlyMap<string, Instant>;
  },
): Promise<{
  readonly hosts: readonly MeetingTypeHost[];
  readonly problems: readonly InputProblem[];
}> {
  const { organizationId, hosts, joinedAt } = request;
  const accountId = requireMember(caller, organizationId);
  const others = hosts.filter(
    (host) => host.accountId !== accountId && !joinedAt?.has(host.accountId),
  );
  if (others.length > 0 && !isAdministrator(caller, organizationId)) {
    throw new Forbidden("Only an admin may add another member as a host.");
  }
  const withSchedules = await findSchedules(store, { organizationId, hosts });
  const problems = withSchedules.flatMap(({ host, schedule }, i) => {
    const fits = schedule?.organizationId === organizationId && schedule.ownerId === host.accountId;
    const message = "must be a schedule of the host in this organization";
    return fits ? [] : [{ path: `hosts.${i}.scheduleId`, code: "UNKNOWN_SCHEDULE", message }];
  });
  const resolved = withSchedules.map(({ host, schedule }) => ({
    ...host,
    // A host without a schedule has a problem above, so the empty id is never stored.
    scheduleId: schedule?.id ?? "",
    joinedAt: joinedAt?.get(host.accountId) ?? now,
  }));
  return { hosts: resolved, problems };
}

async function findSchedules(
  store: Context["store"],
  {
    organizationId,
    hosts,
  }: { readonly organizationId: string; readonly hosts: readonly HostInput[] },
) {
  const found = await store.schedules.findMany(hosts.flatMap(({ scheduleId }) => scheduleId ?? []));
  return Promise.all(
    hosts.map(async (host) => ({
      host,
      schedule: host.scheduleId
        ? found.find(({ id }) => id === host.scheduleId)
        : await store.schedules.findDefault({ organizationId, ownerId: host.accountId }),
    })),
  );
}
