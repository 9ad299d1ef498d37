import { InvalidInput, isId, readNodeId, scopeObstacle } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { ownNodes } from "./steps/own-nodes.ts";

/** An object with the name of its type, by which the graph tells types apart. */
export type FoundNode = { readonly __typename: string; readonly id: string };

const mostNodes = 100;

// The types whose owner is another service, which decides whether there is such an object for the caller.
const stubs = new Set([
  ...["Absence", "Attendee", "BlockedTime", "Booking", "BookingLink", "BookingNote"],
  ...["CalendarFeed", "Delivery", "Guest", "Hold", "MeetingType", "Occurrence", "Proposal"],
  ...["PlanSubscription", "Policy", "PolicyAcceptance", "Question", "RoutingForm", "Schedule"],
  "Series",
]);

/** The object, or a stub of an object of another service; null where the caller may not know of it. */
export async function findNode(context: Context, nodeId: string): Promise<FoundNode | null> {
  const { type: __typename, id: written } = readNodeId(nodeId) ?? { type: "", id: "" };
  const id = written.toLowerCase();
  if (!isId(id) || scopeObstacle(context.caller, `${__typename}.id`) !== null) return null;
  if (stubs.has(__typename)) return { __typename, id };
  const row = await ownNodes.get(__typename)?.(context, id);
  return row ? { ...row, __typename, id } : null;
}

/** The objects in the order of their ids. Throws InvalidInput for more than 100. */
export async function findNodes(
  context: Context,
  nodeIds: readonly string[],
): Promise<readonly (FoundNode | null)[]> {
  if (nodeIds.length > mostNodes) {
    const message = `must be ${mostNodes} ids at most`;
    throw new InvalidInput([{ path: "nodeIds", code: "TOO_MANY", message }]);
  }
  return Promise.all(nodeIds.map((nodeId) => findNode(context, nodeId)));
}
