import { Forbidden, type InputProblem, type Instant } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { MeetingTypeHost } from "../../domain/meeting-type.ts";
import type { GivenHost } from "../../domain/meeting-type-input.ts";
import { memberOf } from "../../../schedules/domain/member-of.ts";
import { isAdministrator } from "../../../bookings/domain/relation.ts";

/**
 * Hosts as they may be, and what is wrong with them: everybody may put themselves, an admin whom they like, each by a schedule
 * that is theirs in this organization (which also shows that they belong to it).
 */
export async function settleHosts(
  { caller, store, now }: Pick<Context, "caller" | "store" | "now">,
  wish: {
    readonly organizationId: string;
    readonly hosts: readonly GivenHost[];
    /** Who hosts already, and since when. */
    readonly joined?: ReadonlyMap<string, Instant>;
  },
): Promise<{
  readonly hosts: readonly MeetingTypeHost[];
  readonly problems: readonly InputProblem[];
}> {
  const { organizationId, hosts, joined } = wish;
  const accountId = memberOf(caller, organizationId);
  const others = hosts.filter(
    (host) => host.accountId !== accountId && !joined?.has(host.accountId),
  );
  if (others.length > 0 && !isAdministrator(caller, organizationId)) {
    throw new Forbidden("Only an admin may let somebody else host.");
  }
  const ids = hosts.flatMap(({ scheduleId }) => scheduleId ?? []);
  const found = await store.schedules.findMany(ids);
  const settled = await Promise.all(
    hosts.map(async (host) => ({
      host,
      schedule: host.scheduleId
        ? found.find(({ id }) => id === host.scheduleId)
        : await store.schedules.findDefault({ organizationId, ownerId: host.accountId }),
    })),
  );
  const problems = settled.flatMap(({ host, schedule }, i) => {
    const fits = schedule?.organizationId === organizationId && schedule.ownerId === host.accountId;
    const message = "must be a schedule of the host in this organization";
    return fits ? [] : [{ path: `hosts.${i}.scheduleId`, code: "UNKNOWN_SCHEDULE", message }];
  });
  const settledHosts = settled.map(({ host, schedule }) => ({
    ...host,
    // Without a schedule that fits there is a problem above.
    scheduleId: schedule?.id ?? "",
    joinedAt: joined?.get(host.accountId) ?? now,
  }));
  return { hosts: settledHosts, problems };
}
