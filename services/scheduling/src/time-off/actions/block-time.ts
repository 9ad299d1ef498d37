import { Forbidden, InvalidInput, newId, NotFound, validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { checkBlockedTime, timeToBlock, type BlockedTime } from "../domain/blocked-time.ts";
import { memberOf } from "../../schedules/domain/member-of.ts";
import { isAdministrator } from "../../bookings/domain/relation.ts";
import { checkNothingInTheWay } from "../../slots/actions/steps/check-nothing-in-the-way.ts";

const most = 1_000;

/** Keeps time free of meetings, once per idempotency key. */
export async function blockTime(context: Context, given: unknown): Promise<BlockedTime> {
  const wish = validate(timeToBlock, given);
  const { organizationId, reason, keepsBookings, idempotencyKey: key } = wish;
  const self = memberOf(context.caller, organizationId);
  const accountId = wish.accountId ?? self;
  const isOwn = accountId === self;
  if (!isOwn && !isAdministrator(context.caller, organizationId)) throw new Forbidden();
  // What is written is the host's own; nobody else says why somebody has no time.
  if (!isOwn && reason != null) throw new Forbidden();
  const { now } = context;
  const [start, end] = [wish.startAt, wish.endAt];
  const blocked = { id: newId(), organizationId, accountId, start, end, createdAt: now };
  checkBlockedTime(blocked, now);
  const request = context.fingerprint(JSON.stringify(wish));
  return context.store.transaction(async (store) => {
    const { id } = await store.once(
      { principal: `account ${self}`, operation: "blockTime", key, request },
      async () => {
        // Whoever has hours here belongs here: the blocked time of a stranger would tell the stranger's name.
        const host = { organizationId, ownerId: accountId };
        if (!isOwn && !(await store.schedules.findDefault(host))) throw new NotFound("host");
        if ((await store.blockedTimes.count(blocked)) >= most) {
          const message = `must be ${most} at most; delete old ones`;
          throw new InvalidInput([{ path: "startAt", code: "TOO_MANY", message }]);
        }
        await checkNothingInTheWay({ store, now }, { ...blocked, keepsBookings });
        await store.blockedTimes.insert(blocked, reason ?? null);
        return blocked.id;
      },
    );
    const found = await store.blockedTimes.find(id);
    if (!found) throw new NotFound("blocked time");
    return found;
  });
}
