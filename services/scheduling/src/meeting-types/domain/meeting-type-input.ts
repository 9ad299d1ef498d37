import { rulesProblems } from "@tidbok/availability";
import { input, InvalidInput, type InputProblem } from "@tidbok/domain";
import { z } from "zod";
import { bookingLimits, limitProblemsOf } from "../../schedules/domain/booking-limit.ts";
import { horizonProblems, meetingRules } from "./meeting-rules.ts";
import { hostProblems } from "./host-problems.ts";
import { horizonKinds, locationKinds, visibilities, type MeetingType } from "./meeting-type.ts";
import { questionKinds, questionPurposes } from "./question.ts";
import { mostOccurrences } from "./recurrence.ts";
import { ruleContradictions } from "./rule-contradictions.ts";

const minutes = (least: number, most: number) => z.int().min(least).max(most);

const question = z
  .strictObject({
    id: input.id.nullish(),
    kind: z.enum(questionKinds),
    label: input.line(300),
    isRequired: z.boolean().default(false),
    choices: z.array(input.line(200)).max(50).default([]),
    purposes: z
      .array(z.enum(questionPurposes))
      .min(1)
      .default(["PROVIDE_SCHEDULE", "PROVIDE_NOTIFY"]),
    retentionDays: z
      .int()
      .min(1)
      .max(3_650)
      .nullish()
      .transform((days) => days ?? null),
  })
  .refine(({ kind, choices }) => (kind === "CHOICE" ? choices.length >= 2 : choices.length === 0), {
    path: ["choices"],
    message: "must have at least two entries for CHOICE, and must be empty for other kinds",
    params: { code: "CHOICES_MISFIT" },
  })
  .refine(({ choices }) => new Set(choices).size === choices.length, {
    path: ["choices"],
    message: "must not repeat a choice",
    params: { code: "REPEATED" },
  })
  .refine(({ purposes }) => new Set(purposes).size === purposes.length, {
    path: ["purposes"],
    message: "must not repeat a purpose",
    params: { code: "REPEATED" },
  });

/** A question in the input. */
export type QuestionInput = z.output<typeof question>;

const location = z
  .strictObject({ kind: z.enum(locationKinds), text: input.place(500).nullish() })
  .refine(({ kind, text }) => text != null || kind === "ONLINE" || kind === "HOST_CALLS", {
    path: ["text"],
    message: "must name the place or the number to call",
    params: { code: "REQUIRED" },
  })
  .transform(({ kind, text }) => ({ kind, text: text ?? null }));

const host = z.strictObject({
  accountId: input.id,
  scheduleId: input.id.nullish(),
  isFixed: z.boolean().default(false),
  priority: z.int().min(0).max(100).default(0),
  weight: z.int().min(1).max(1_000).default(100),
  group: input
    .line(60)
    .nullish()
    .transform((name) => name ?? null),
});

/** A host in the input. */
export type HostInput = z.output<typeof host>;

const fields = {
  slug: input.slug,
  title: input.line(150),
  description: input.text(5_000),
  durationsMinutes: z.array(minutes(1, 1_440)).min(1).max(10),
  stepMinutes: minutes(1, 1_440),
  bufferBeforeMinutes: minutes(0, 1_440),
  bufferAfterMinutes: minutes(0, 1_440),
  noticeMinutes: minutes(0, 525_600),
  maximumNoticeMinutes: minutes(1, 2_635_200).nullable(),
  horizonKind: z.enum(horizonKinds),
  horizonDays: minutes(1, 730),
  horizonFrom: z.string().max(10).nullable(),
  horizonTo: z.string().max(10).nullable(),
  limits: bookingLimits,
  location,
  questions: z.array(question).max(20),
  mode: z.enum(["ONE_HOST", "COLLECTIVE", "ROUND_ROBIN"]),
  hosts: z.array(host).min(1).max(100),
  visibility: z.enum(visibilities),
  needsConfirmation: z.boolean(),
  confirmWithinMinutes: minutes(1, 43_200),
  changeNoticeMinutes: minutes(0, 525_600),
  seats: z.int().min(1).max(500),
  showsSeats: z.boolean(),
  showsAttendees: z.boolean(),
  maximumOccurrences: z.int().min(1).max(mostOccurrences),
};

/** The input of createMeetingType. */
export const createMeetingTypeInput = z.strictObject({
  ...fields,
  organizationId: input.id,
  description: fields.description.default(""),
  stepMinutes: fields.stepMinutes.nullish(),
  bufferBeforeMinutes: fields.bufferBeforeMinutes.default(0),
  bufferAfterMinutes: fields.bufferAfterMinutes.default(0),
  noticeMinutes: fields.noticeMinutes.default(60),
  maximumNoticeMinutes: fields.maximumNoticeMinutes.default(null),
  horizonKind: fields.horizonKind.default("ROLLING"),
  horizonDays: fields.horizonDays.default(60),
  horizonFrom: fields.horizonFrom.default(null),
  horizonTo: fields.horizonTo.default(null),
  limits: fields.limits.default([]),
  location: location.nullish(),
  questions: fields.questions.default([]),
  mode: fields.mode.default("ONE_HOST"),
  visibility: fields.visibility.default("PUBLIC"),
  needsConfirmation: fields.needsConfirmation.default(false),
  confirmWithinMinutes: fields.confirmWithinMinutes.default(2_880),
  changeNoticeMinutes: fields.changeNoticeMinutes.default(0),
  seats: fields.seats.default(1),
  showsSeats: fields.showsSeats.default(false),
  showsAttendees: fields.showsAttendees.default(false),
  maximumOccurrences: fields.maximumOccurrences.default(1),
  scheduleId: input.id.nullish(),
  hosts: fields.hosts.nullish(),
});

/** The input of createMeetingType. */
export type CreateMeetingTypeInput = z.output<typeof createMeetingTypeInput>;

/** The input of updateMeetingType. */
export const updateMeetingTypeInput = z
  .strictObject({ ...fields, isActive: z.boolean() })
  .partial()
  .extend({ meetingTypeId: input.id });

/** Throws InvalidInput with every problem of the rules, and with the problems that the caller found before. */
export function checkMeetingType(meetingType: MeetingType, before: readonly InputProblem[]): void {
  const [durationMinutes = 0] = meetingType.durationsMinutes;
  const rules = {
    ...meetingRules(meetingType, durationMinutes),
    durationsMinutes: meetingType.durationsMinutes,
  };
  const missing = horizonProblems(meetingType);
  const found = limitProblemsOf(rulesProblems(rules), meetingType.limits).filter(
    // A missing date is one problem, not two.
    ({ path }) => missing.length === 0 || !path.startsWith("horizon"),
  );
  const named = found.map((problem) => ({
    ...problem,
    path: inputPaths[problem.path] ?? problem.path,
  }));
  const problems = [
    ...before,
    ...missing,
    ...named,
    ...ruleContradictions(meetingType),
    ...hostProblems(meetingType),
  ];
  if (problems.length > 0) throw new InvalidInput(problems);
}

// The input's paths of fields that the engine's rules hold in groups.
const inputPaths: Readonly<Record<string, string>> = {
  "horizon.days": "horizonDays",
  "horizon.from": "horizonFrom",
  "horizon.to": "horizonTo",
};
