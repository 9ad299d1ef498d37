import { InvalidInput, newId, NotFound, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import {
  blockTimeInput,
  checkBlockedTime,
  mostBlockedTimes,
  type BlockedTime,
} from "../domain/blocked-time.ts";
import { requireKnownMembership } from "../../schedules/actions/steps/require-known-membership.ts";
import { requireHostOrAdmin } from "../domain/require-host-or-admin.ts";
import { checkNothingInTheWay } from "./steps/check-nothing-in-the-way.ts";
import { requireHost } from "./steps/require-host.ts";

/** Keeps time of a host free of meetings, once per idempotency key. */
export async function blockTime(context: Context, given: unknown): Promise<BlockedTime> {
  const input = validate(blockTimeInput, given);
  const { organizationId, startAt: start, endAt: end, reason, idempotencyKey: key } = input;
  const { caller, now } = context;
  const self = await requireKnownMembership(context, organizationId);
  const host = { organizationId, accountId: input.accountId ?? self };
  const { isHost } = requireHostOrAdmin(caller, { ...host, reason: reason ?? undefined });
  const blocked: BlockedTime = {
    ...host,
    id: newId(),
    start,
    end,
    createdAt: now,
    isByHost: isHost,
  };
  checkBlockedTime(blocked, now);
  const request = context.fingerprint(JSON.stringify(input));
  const once = { principal: `account ${self}`, operation: "blockTime", key, request };
  return inTransaction(context, async (context) => {
    const { store } = context;
    const { id } = await store.once(once, async () => {
      if (!isHost) await requireHost(context, host);
      await store.reservations.lockHosts([host.accountId]);
      if ((await store.blockedTimes.count(host)) >= mostBlockedTimes) {
        const limit = `exceeds the limit of ${mostBlockedTimes} blocked times per host`;
        const problem = { path: "startAt", code: "TOO_MANY", message: `${limit}; delete old ones` };
        throw new InvalidInput([problem]);
      }
      await checkNothingInTheWay(context, { ...blocked, keepsBookings: input.keepsBookings });
      await store.blockedTimes.insert(blocked, reason ?? null);
      return blocked.id;
    });
    const found = await store.blockedTimes.find(id);
    if (!found) throw new NotFound("blocked time");
    return found;
  });
}
