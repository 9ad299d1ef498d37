import { InvalidInput, newId, validate } from "@tidbok/domain";
import type { z } from "zod";
import type { Context } from "../../context.ts";
import { allowAnother, untilTold } from "../domain/entitlement.ts";
import { settleHorizon } from "../domain/horizon.ts";
import type { MeetingType } from "../domain/meeting-type.ts";
import { checkMeetingType, newMeetingType, type GivenHost } from "../domain/meeting-type-input.ts";
import { memberOf } from "../../schedules/domain/member-of.ts";
import { settleHosts } from "./steps/settle-hosts.ts";
import { settleQuestions } from "./steps/settle-questions.ts";

export async function createMeetingType(context: Context, given: unknown): Promise<MeetingType> {
  const wish = validate(newMeetingType, given);
  const createdBy = memberOf(context.caller, wish.organizationId);
  const hosts = wantedHosts(wish, createdBy);
  return context.store.transaction(async (store) => {
    const { organizationId, scheduleId: _, ...rules } = wish;
    const settled = await settleHosts({ ...context, store }, { organizationId, hosts });
    const { questions, problems } = settleQuestions([], wish.questions);
    const meetingType: MeetingType = settleHorizon({
      ...rules,
      id: newId(),
      organizationId,
      stepMinutes: wish.stepMinutes ?? Math.min(...wish.durationsMinutes),
      location: wish.location ?? { kind: "ONLINE", text: null },
      questions,
      hosts: settled.hosts,
      isActive: true,
      createdBy,
      createdAt: context.now,
      updatedAt: context.now,
    });
    checkMeetingType(meetingType, [...problems, ...settled.problems]);
    await store.entitlements.lock(organizationId);
    const entitlement = (await store.entitlements.find(organizationId)) ?? untilTold;
    allowAnother(entitlement, await store.meetingTypes.countActive(organizationId));
    await store.meetingTypes.insert(meetingType);
    return meetingType;
  });
}

function wantedHosts(
  { scheduleId, hosts }: z.output<typeof newMeetingType>,
  accountId: string,
): readonly GivenHost[] {
  if (scheduleId != null && hosts == null) {
    return [{ accountId, scheduleId, isFixed: false, priority: 0, weight: 100, group: null }];
  }
  if (scheduleId == null && hosts != null) return hosts;
  const message = "must be given, or hosts, and not both";
  throw new InvalidInput([{ path: "scheduleId", code: "ONE_OF_TWO", message }]);
}
