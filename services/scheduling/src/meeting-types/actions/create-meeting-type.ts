import { InvalidInput, newId, requireMember, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { withoutUnusedDates } from "../domain/meeting-rules.ts";
import type { MeetingType } from "../domain/meeting-type.ts";
import {
  checkMeetingType,
  createMeetingTypeInput,
  type CreateMeetingTypeInput,
  type HostInput,
} from "../domain/meeting-type-input.ts";
import { requirePlanLimit } from "./steps/require-plan-limit.ts";
import { resolveHosts } from "./steps/resolve-hosts.ts";
import { resolveQuestions } from "./steps/resolve-questions.ts";

/** Creates a meeting type, active at once, if the organization's plan allows one more. */
export async function createMeetingType(context: Context, given: unknown): Promise<MeetingType> {
  const input = validate(createMeetingTypeInput, given);
  const createdBy = requireMember(context.caller, input.organizationId);
  const hostInputs = hostInputsOf(input, createdBy);
  return inTransaction(context, async (context) => {
    const { organizationId, scheduleId: _, ...rules } = input;
    const resolved = await resolveHosts(context, { organizationId, hosts: hostInputs });
    const { questions, problems } = resolveQuestions([], input.questions);
    const meetingType: MeetingType = withoutUnusedDates({
      ...rules,
      id: newId(),
      organizationId,
      stepMinutes: input.stepMinutes ?? Math.min(...input.durationsMinutes),
      location: input.location ?? { kind: "ONLINE", text: null },
      questions,
      hosts: resolved.hosts,
      isActive: true,
      createdBy,
      createdAt: context.now,
      updatedAt: context.now,
    });
    checkMeetingType(meetingType, [...problems, ...resolved.problems]);
    await requirePlanLimit(context, organizationId);
    await context.store.meetingTypes.insert(meetingType);
    return meetingType;
  });
}

function hostInputsOf(
  { scheduleId, hosts }: CreateMeetingTypeInput,
  accountId: string,
): readonly HostInput[] {
  if (scheduleId != null && hosts == null) {
    return [{ accountId, scheduleId, isFixed: false, priority: 0, weight: 100, group: null }];
  }
  if (scheduleId == null && hosts != null) return hosts;
  const message = "must be set if hosts are omitted, and omitted if hosts are set";
  throw new InvalidInput([{ path: "scheduleId", code: "ONE_OF_TWO", message }]);
}
