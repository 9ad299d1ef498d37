import { anonymous, day, NotFound, validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { hostsInGroup } from "../../meeting-types/domain/hosts-in-group.ts";
import { type MeetingType, isKnownTo } from "../../meeting-types/domain/meeting-type.ts";
import { readRoutingAnswers } from "../domain/read-routing-answers.ts";
import { routeOf } from "../domain/route-of.ts";
import { routeInput } from "../domain/routing-form-input.ts";
import type { RoutingTarget } from "../domain/routing-form.ts";

// How long a visitor may book after a form routed the visitor to a group of hosts.
const lifetime = day;

type Route = { readonly meetingType: MeetingType; readonly routeToken: string | null };

/** The meeting type to which the answers lead; null without a rule that holds. The answers are not stored. */
export async function route(
  { store, routeTokens, now }: Context,
  given: unknown,
): Promise<Route | null> {
  const input = validate(routeInput, given);
  const form = await store.routingForms.find(input.routingFormId);
  if (!form) throw new NotFound("routing form");
  const answers = readRoutingAnswers(form.questions, input.answers);
  const targets = [...form.rules.map(({ target }) => target), form.fallback];
  const ids = new Set(targets.flatMap((target) => target?.meetingTypeId ?? []));
  const meetingTypes = await store.meetingTypes.findMany([...ids]);
  const find = ({ meetingTypeId, group }: RoutingTarget): Route | null => {
    const meetingType = meetingTypes.find(({ id }) => id === meetingTypeId);
    // A form leads every caller, members included, only to what a visitor may book.
    if (!meetingType || !isKnownTo(anonymous, meetingType)) return null;
    if (group === null) return { meetingType, routeToken: null };
    const routed = hostsInGroup(meetingType, group);
    if (!routed) return null;
    const routeToken = routeTokens.mint({ meetingTypeId, group, expiresAt: now + lifetime });
    return { meetingType: routed, routeToken };
  };
  return routeOf(form, { answers, find });
}
