import type { Context } from "../../../context.ts";
import { hostsInGroup } from "../../../meeting-types/domain/hosts-in-group.ts";
import type { MeetingType } from "../../../meeting-types/domain/meeting-type.ts";
import { RouteInvalid } from "../../domain/routing-errors.ts";

/** The meeting type as a routing form led to it, with one group of its hosts; as it is where no form did. */
export function routedMeetingType(
  { routeTokens, now }: Pick<Context, "routeTokens" | "now">,
  asked: { readonly meetingType: MeetingType; readonly routeToken?: string | null | undefined },
): MeetingType {
  const { meetingType, routeToken } = asked;
  if (routeToken == null) return meetingType;
  const read = routeTokens.read(routeToken);
  const isOpen = read?.meetingTypeId === meetingType.id && now < read.expiresAt;
  const named = isOpen
    ? meetingType.hosts.find(({ group }) => group !== null && read.isGroup(group))
    : null;
  const routed = named?.group == null ? null : hostsInGroup(meetingType, named.group);
  if (!routed) throw new RouteInvalid();
  return routed;
}
