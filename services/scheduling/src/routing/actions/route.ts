import { anonymous, NotFound, validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { hostsInGroup } from "../../meeting-types/domain/hosts-in-group.ts";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";
import { readRoutingAnswers } from "../domain/read-routing-answers.ts";
import { routeOf } from "../domain/route-of.ts";
import { answersToRoute } from "../domain/routing-form-input.ts";
import type { RoutingTarget } from "../domain/routing-form.ts";
import { isKnownTo } from "../../meeting-types/domain/visibility.ts";

/** How long whoever was led to a group may take to book. */
const goodFor = 24 * 60 * 60_000;

type Route = { readonly meetingType: MeetingType; readonly routeToken: string | null };

/** Where the answers lead, or null where nowhere. They are read, and kept nowhere. */
export async function route(
  { store, routeTokens, now }: Context,
  given: unknown,
): Promise<Route | null> {
  const { routingFormId, answers } = validate(answersToRoute, given);
  const form = await store.routingForms.find(routingFormId);
  if (!form) throw new NotFound("routing form");
  const read = readRoutingAnswers(form.questions, answers);
  const targets = [...form.rules.map(({ target }) => target), form.fallback];
  const ids = new Set(targets.flatMap((target) => target?.meetingTypeId ?? []));
  const meetingTypes = await store.meetingTypes.findMany([...ids]);
  const find = ({ meetingTypeId, group }: RoutingTarget): Route | null => {
    const meetingType = meetingTypes.find(({ id }) => id === meetingTypeId);
    // Whoever answers, the form leads to what a stranger may book.
    if (!meetingType || !isKnownTo(anonymous, meetingType)) return null;
    if (group === null) return { meetingType, routeToken: null };
    const ledTo = hostsInGroup(meetingType, group);
    if (!ledTo) return null;
    const routeToken = routeTokens.mint({ meetingTypeId, group, expiresAt: now + goodFor });
    return { meetingType: ledTo, routeToken };
  };
  return routeOf(form, { answers: read, find });
}
