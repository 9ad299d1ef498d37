import type { Caller } from "@tidbok/domain";

/** What the operations of one caller are counted under; the apps and personal tokens of a person are one caller. */
export function nameOfCaller(caller: Caller, network: string | null): string {
  switch (caller.kind) {
    case "account":
      return `account ${caller.accountId}`;
    case "attendee":
      return network === null ? "visitors null" : `attendee ${caller.attendeeId}`;
    case "client":
      return caller.accountId === null
        ? ["client", caller.clientId, ...organizationIds(caller)].join(" ")
        : `apps of ${caller.accountId}`;
    case "staff":
      return `staff ${caller.staffId}`;
    case "service":
      return `service ${caller.service}`;
    case "anonymous":
      return `visitors ${network}`;
  }
}

// An app spends in each organization that installed it from a budget of its own.
function organizationIds({ memberships }: Extract<Caller, { kind: "client" }>): readonly string[] {
  return memberships.map(({ organizationId }) => organizationId);
}
