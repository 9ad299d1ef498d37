import { validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { allowAnother, untilTold } from "../domain/entitlement.ts";
import { settleHorizon } from "../domain/horizon.ts";
import type { MeetingType } from "../domain/meeting-type.ts";
import { checkMeetingType, meetingTypeChange } from "../domain/meeting-type-input.ts";
import { editableMeetingType } from "./steps/editable-meeting-type.ts";
import { settleHosts } from "./steps/settle-hosts.ts";
import { settleQuestions } from "./steps/settle-questions.ts";

const mayBeNone: ReadonlySet<string> = new Set(["maximumNoticeMinutes"]);

export async function updateMeetingType(context: Context, given: unknown): Promise<MeetingType> {
  const { meetingTypeId, hosts, questions, ...change } = validate(
    meetingTypeChange,
    withoutNulls(given),
  );
  return context.store.transaction(async (store) => {
    await store.meetingTypes.lock(meetingTypeId);
    const meetingType = await editableMeetingType({ ...context, store }, meetingTypeId);
    const { organizationId } = meetingType;
    const joined = new Map(meetingType.hosts.map((host) => [host.accountId, host.joinedAt]));
    const parts = { organizationId, hosts: hosts ?? [], joined };
    const settled = await settleHosts({ ...context, store }, parts);
    const asked = settleQuestions(meetingType.questions, questions ?? []);
    const changed: MeetingType = settleHorizon({
      ...meetingType,
      ...change,
      ...(questions && { questions: asked.questions }),
      ...(hosts && { hosts: settled.hosts }),
      updatedAt: context.now,
    });
    checkMeetingType(changed, [...asked.problems, ...settled.problems]);
    if (changed.isActive && !meetingType.isActive) {
      await store.entitlements.lock(organizationId);
      const entitlement = (await store.entitlements.find(organizationId)) ?? untilTold;
      allowAnother(entitlement, await store.meetingTypes.countActive(organizationId));
    }
    await store.meetingTypes.update(changed);
    return changed;
  });
}

// GraphQL sends null for what a form leaves empty; in a change both mean "as it was", but for what may be empty.
function withoutNulls(given: unknown): unknown {
  if (typeof given !== "object" || given === null) return given;
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => value !== null || mayBeNone.has(name)),
  );
}
