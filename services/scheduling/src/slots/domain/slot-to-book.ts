import { slotAt, type Slot, type SlotRequest } from "@tidbok/availability";
import type { Instant } from "@tidbok/domain";
import {
  SlotBeyondHorizon,
  SlotLimitReached,
  SlotNotOffered,
  SlotOutsideHours,
  SlotTaken,
} from "../../meeting-types/domain/slot-errors.ts";

/** The slot that begins at this instant, decided as the list of slots is; or the reason why there is none. */
export function slotToBook(request: SlotRequest, start: Instant): Slot {
  return slotAt(request, start) ?? refuse(request, start);
}

/** Asks again with one rule after the other taken away, to name the one that stood in the way. */
function refuse(request: SlotRequest, start: Instant): never {
  if (start % 60_000 !== 0) throw new SlotNotOffered();
  if (slotAt(withoutLimits(request), start)) throw new SlotLimitReached();
  const free = { ...request, hosts: request.hosts.map((host) => ({ ...host, busy: [] })) };
  if (slotAt(free, start)) throw new SlotTaken();
  const offGrid = { ...free, rules: { ...free.rules, stepMinutes: 1 } };
  if (slotAt(offGrid, start)) throw new SlotNotOffered();
  const { horizon, ...unbounded } = offGrid.rules;
  if (horizon && slotAt({ ...offGrid, rules: unbounded }, start)) {
    throw new SlotBeyondHorizon(horizon);
  }
  throw new SlotOutsideHours();
}

function withoutLimits({
  rules: { limits: _, ...rules },
  hosts,
  ...request
}: SlotRequest): SlotRequest {
  return { ...request, rules, hosts: hosts.map(({ limits: __, ...host }) => host) };
}
