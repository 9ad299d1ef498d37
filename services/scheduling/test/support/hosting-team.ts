import { newId, type Caller } from "@tidbok/domain";
import { MemberJoined, MemberLeft, type Nats } from "@tidbok/events";
import { tellEvent } from "@tidbok/testing";
import { createMeetingType, createSchedule } from "./operations.ts";
import { account, type Scheduling } from "./start-scheduling.ts";

type Told = Omit<Parameters<typeof tellEvent>[1], "aggregateId">;

/** The rows of a host of the team, and of one that hosts nothing. */
export const all = { schedules: 1, absences: 1, blocked: 1, limits: 1, hosted: 3, standIns: 1 };
export const none = { schedules: 0, absences: 0, blocked: 0, limits: 0, hosted: 0, standIns: 0 };

/** What the tests of leaving and coming back do: teams of hosts, and what identity tells of them. */
export function hostingTeam(scheduling: Scheduling, identity: Nats) {
  const tell = async (aggregateId: string, told: Told) =>
    tellEvent(await identity.connection(), { ...told, aggregateId });
  const count = async (text: string, values: unknown[]) =>
    (await scheduling.sql(`SELECT count(*)::int AS count FROM ${text}`, values))[0].count as number;
  const mutate = (caller: Caller, query: string, input: object) =>
    scheduling.data(caller, query, { input });

  /** Grace and Ida host for an organization, alone, together and in turn; Ida stands in for Grace, who says why she is away. */
  async function team() {
    const organizationId = newId();
    const [admin, grace, ida] = [
      account(organizationId, "ADMIN"),
      account(organizationId, "MEMBER"),
      account(organizationId, "MEMBER"),
    ];
    const hosts = await Promise.all(
      [grace, ida].map(async (host) => ({
        accountId: host.accountId,
        scheduleId: await createSchedule(scheduling, host, { organizationId }),
      })),
    );
    const make = async (mode: string, of: typeof hosts) =>
      (await createMeetingType(scheduling, admin, { organizationId, mode, hosts: of }))
        .id as string;
    const types = {
      alone: await make("ONE_HOST", [hosts[0]!]),
      together: await make("COLLECTIVE", hosts),
      inTurn: await make("ROUND_ROBIN", hosts),
    };
    const absence = `mutation ($input: CreateAbsenceInput!) { createAbsence(input: $input) { id } }`;
    const days = { organizationId, startsOn: "2027-03-01", endsOn: "2027-03-02" };
    await mutate(grace, absence, { ...days, reason: "A cold", standInId: ida.accountId });
    const later = { organizationId, startsOn: "2027-03-08", endsOn: "2027-03-09" };
    await mutate(ida, absence, { ...later, standInId: grace.accountId });
    const limits = `mutation ($input: SetHostLimitsInput!) { setHostLimits(input: $input) { period } }`;
    await mutate(grace, limits, { organizationId, limits: [{ period: "DAY", bookings: 8 }] });
    const block = `mutation ($input: BlockTimeInput!) { blockTime(input: $input) { id } }`;
    const [startAt, endAt] = ["2027-03-05T09:00:00Z", "2027-03-05T10:00:00Z"];
    const idempotencyKey = newId();
    await mutate(grace, block, {
      organizationId,
      startAt,
      endAt,
      reason: "A walk",
      idempotencyKey,
    });
    return { organizationId, admin, grace, ida, types };
  }

  const left = (organizationId: string, accountId: string, more: Partial<Told> = {}) =>
    tell(organizationId, {
      definition: MemberLeft,
      organizationId,
      data: { organizationId, accountId },
      ...more,
    });
  const joined = (organizationId: string, accountId: string, more: Partial<Told> = {}) =>
    tell(organizationId, {
      definition: MemberJoined,
      organizationId,
      data: { organizationId, accountId, role: "MEMBER" },
      ...more,
    });
  const rowsOf = async (accountId: string) => ({
    schedules: await count("schedule WHERE owner_id = $1", [accountId]),
    absences: await count("absence WHERE account_id = $1", [accountId]),
    blocked: await count("blocked_time WHERE account_id = $1", [accountId]),
    limits: await count("host_limit WHERE account_id = $1", [accountId]),
    hosted: await count("meeting_type_host WHERE account_id = $1", [accountId]),
    standIns: await count("absence WHERE stand_in_id = $1", [accountId]),
  });
  const activeOf = (organizationId: string) =>
    count("meeting_type WHERE organization_id = $1 AND is_active", [organizationId]);

  return { tell, count, mutate, team, left, joined, rowsOf, activeOf };
}
