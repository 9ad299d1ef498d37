import { validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { withoutUnusedDates } from "../domain/meeting-rules.ts";
import type { MeetingType } from "../domain/meeting-type.ts";
import { checkMeetingType, updateMeetingTypeInput } from "../domain/meeting-type-input.ts";
import { editableMeetingType } from "./steps/editable-meeting-type.ts";
import { requirePlanLimit } from "./steps/require-plan-limit.ts";
import { resolveHosts } from "./steps/resolve-hosts.ts";
import { resolveQuestions } from "./steps/resolve-questions.ts";

const nullable: ReadonlySet<string> = new Set(["maximumNoticeMinutes"]);

/** Changes a meeting type; fields that the input omits stay as they are, and so do its bookings. */
export async function updateMeetingType(context: Context, given: unknown): Promise<MeetingType> {
  const { meetingTypeId, hosts, questions, ...change } = validate(
    updateMeetingTypeInput,
    withoutNulls(given),
  );
  return inTransaction(context, async (context) => {
    const { meetingTypes } = context.store;
    await meetingTypes.lock(meetingTypeId);
    const meetingType = await editableMeetingType(context, meetingTypeId);
    const { organizationId } = meetingType;
    const joinedAt = new Map(meetingType.hosts.map((host) => [host.accountId, host.joinedAt]));
    const resolvedHosts = await resolveHosts(context, {
      organizationId,
      hosts: hosts ?? [],
      joinedAt,
    });
    const resolvedQuestions = resolveQuestions(meetingType.questions, questions ?? []);
    const changed: MeetingType = withoutUnusedDates({
      ...meetingType,
      ...change,
      questions: questions ? resolvedQuestions.questions : meetingType.questions,
      hosts: hosts ? resolvedHosts.hosts : meetingType.hosts,
      updatedAt: context.now,
    });
    checkMeetingType(changed, [...resolvedQuestions.problems, ...resolvedHosts.problems]);
    if (changed.isActive && !meetingType.isActive) await requirePlanLimit(context, organizationId);
    await meetingTypes.update(changed);
    return changed;
  });
}

// GraphQL clients send null for an empty form field. In an update null means "unchanged", except in nullable fields.
function withoutNulls(given: unknown): unknown {
  if (typeof given !== "object" || given === null) return given;
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => value !== null || nullable.has(name)),
  );
}
