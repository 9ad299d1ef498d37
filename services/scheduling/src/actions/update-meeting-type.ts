import { InvalidInput, newId, validate } from "@tidbok/domain";
import type { z } from "zod";
import type { Context } from "../context.ts";
import { allowAnother, untilTold } from "../domain/entitlement.ts";
import { settleHorizon } from "../domain/horizon.ts";
import type { MeetingType } from "../domain/meeting-type.ts";
import { checkMeetingType, meetingTypeChange } from "../domain/meeting-type-input.ts";
import { keepsAnswers, type Question } from "../domain/question.ts";
import { editableMeetingType } from "./editable-meeting-type.ts";
import { settleHosts } from "./settle-hosts.ts";

const mayBeNone: ReadonlySet<string> = new Set(["maximumNoticeMinutes"]);

type Change = z.output<typeof meetingTypeChange>;

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
    const changed: MeetingType = settleHorizon({
      ...meetingType,
      ...change,
      ...(questions && { questions: changedQuestions(meetingType.questions, questions) }),
      ...(hosts && {
        hosts: await settleHosts({ ...context, store }, { organizationId, hosts, joined }),
      }),
      updatedAt: context.now,
    });
    checkMeetingType(changed);
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

// Answers refer to questions: one that is kept keeps its kind, and none is taken from another meeting
// type. Where old answers would be wrong under the new words it is a new question, and the old one retires.
function changedQuestions(
  present: readonly Question[],
  wanted: NonNullable<Change["questions"]>,
): readonly Question[] {
  const problems = wanted.flatMap(({ id, kind }, i) => {
    if (id == null) return [];
    const path = `questions.${i}`;
    const known = present.find((question) => question.id === id);
    if (!known || wanted.findIndex((other) => other.id === id) < i) {
      const message = "must be a question of this meeting type, once";
      return [{ path: `${path}.id`, code: "UNKNOWN_QUESTION", message }];
    }
    const message = "cannot be changed; make a new question";
    return known.kind === kind ? [] : [{ path: `${path}.kind`, code: "FIXED", message }];
  });
  if (problems.length > 0) throw new InvalidInput(problems);
  return wanted.map((question) => {
    const known = present.find(({ id }) => id === question.id);
    return { ...question, id: known && keepsAnswers(known, question) ? known.id : newId() };
  });
}
