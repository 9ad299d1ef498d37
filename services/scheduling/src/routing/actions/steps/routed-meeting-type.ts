import type { Context } from "../../../context.ts";
import { hostsInGroup } from "../../../meeting-types/domain/hosts-in-group.ts";
import type { MeetingType } from "../../../meeting-types/domain/meeting-type.ts";
import { RouteInvalid } from "../../domain/routing-errors.ts";

/**
 * The meeting type with the one group of hosts that a route token names, or with all its hosts without a token. Throws
 * RouteInvalid for a token that is expired, of another meeting type, or of a group that no longer exists.
 */
export function routedMeetingType(
  { routeTokens, now }: Pick<Context, "routeTokens" | "now">,
  {
    meetingType,
    routeToken,
  }: { readonly meetingType: MeetingType; readonly routeToken?: string | null | undefined },
): MeetingType {
  if (routeToken == null) return meetingType;
  const claims = routeTokens.read(routeToken);
  const isOpen = claims?.meetingTypeId === meetingType.id && now < claims.expiresAt;
  const named = isOpen
    ? meetingType.hosts.find(({ group }) => group !== null && claims.isGroup(group))
    : null;
  const routed = named?.group == null ? null : hostsInGroup(meetingType, named.group);
  if (!routed) throw new RouteInvalid();
  return routed;
}
