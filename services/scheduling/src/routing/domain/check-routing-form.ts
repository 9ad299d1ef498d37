import { InvalidInput, type InputProblem } from "@tidbok/domain";
import { hostsInGroup } from "../../meeting-types/domain/hosts-in-group.ts";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";
import type {
  RoutingCondition,
  RoutingForm,
  RoutingQuestion,
  RoutingTarget,
} from "./routing-form.ts";
import { unreachableRules } from "./unreachable-rules.ts";

/** Throws InvalidInput with every problem of a form: all questions and targets must exist, and each rule must be reachable. */
export function checkRoutingForm(
  { organizationId, questions, rules, fallback }: RoutingForm,
  meetingTypes: readonly MeetingType[],
): void {
  const own = meetingTypes.filter((each) => each.organizationId === organizationId);
  const problems = [
    ...questions.flatMap(({ key }, i) =>
      questions.findIndex((other) => other.key === key) < i
        ? [
            {
              path: `questions.${i}.key`,
              code: "REPEATED",
              message: "must not repeat the key of another question",
            },
          ]
        : [],
    ),
    ...rules.flatMap(({ conditions, target }, i) => [
      ...conditions.flatMap((condition, j) =>
        conditionProblems(condition, { path: `rules.${i}.conditions.${j}`, questions }),
      ),
      ...targetProblems(target, { path: `rules.${i}.target`, own }),
    ]),
    ...(fallback ? targetProblems(fallback, { path: "fallback", own }) : []),
  ];
  // Invalid rules accept no defined answers, so the search for unreachable rules waits until all are valid.
  const unreachable = problems.length > 0 ? [] : unreachableRules(rules, questions);
  const message =
    "can never apply: its conditions contradict each other, or an earlier rule accepts all its answers";
  problems.push(...unreachable.map((i) => ({ path: `rules.${i}`, code: "UNREACHABLE", message })));
  if (problems.length > 0) throw new InvalidInput(problems);
}

const operatorsOf: Readonly<Record<RoutingQuestion["kind"], readonly string[]>> = {
  TEXT: ["EQUALS", "ONE_OF", "CONTAINS"],
  CHOICE: ["EQUALS", "ONE_OF"],
  NUMBER: ["EQUALS", "GREATER", "LESS"],
  CONSENT: ["EQUALS"],
};

function conditionProblems(
  condition: RoutingCondition,
  { path, questions }: { readonly path: string; readonly questions: readonly RoutingQuestion[] },
): readonly InputProblem[] {
  const { questionKey, operator, texts, number, consent } = condition;
  const question = questions.find(({ key }) => key === questionKey);
  if (!question) {
    const message = "must be a question of this form";
    return [{ path: `${path}.questionKey`, code: "UNKNOWN_QUESTION", message }];
  }
  const { kind, choices } = question;
  if (!operatorsOf[kind].includes(operator)) {
    const message = `must be ${operatorsOf[kind].join(", ")} for ${kind}`;
    return [{ path: `${path}.operator`, code: "OPERATOR_MISFIT", message }];
  }
  const expected = kind === "NUMBER" ? "number" : kind === "CONSENT" ? "consent" : "texts";
  const present = { texts: texts.length > 0, number: number !== null, consent: consent !== null };
  const isRight = Object.entries(present).every(([name, isSet]) => isSet === (name === expected));
  const isOne = expected !== "texts" || operator === "ONE_OF" || texts.length === 1;
  if (!isRight || !isOne) {
    const message = isRight ? "must be one text" : `must be the only value for ${kind}`;
    return [{ path: `${path}.${expected}`, code: "VALUE_MISFIT", message }];
  }
  if (kind !== "CHOICE") return [];
  return texts.flatMap((text, i) =>
    choices.includes(text)
      ? []
      : [
          {
            path: `${path}.texts.${i}`,
            code: "NOT_OFFERED",
            message: "must be one of the choices",
          },
        ],
  );
}

function targetProblems(
  { meetingTypeId, group }: RoutingTarget,
  { path, own }: { readonly path: string; readonly own: readonly MeetingType[] },
): readonly InputProblem[] {
  const meetingType = own.find(({ id }) => id === meetingTypeId);
  const at = (field: string) => `${path}.${field}`;
  if (!meetingType) {
    const message = "must be a meeting type of this organization";
    return [{ path: at("meetingTypeId"), code: "UNKNOWN_MEETING_TYPE", message }];
  }
  if (meetingType.visibility === "LINK_ONLY") {
    const message = "must be a meeting type that can be booked without a link";
    return [{ path: at("meetingTypeId"), code: "LINK_ONLY", message }];
  }
  if (group === null || hostsInGroup(meetingType, group)) return [];
  const message =
    "must be a group of its hosts; the meeting type must be ROUND_ROBIN with one seat";
  return [{ path: at("group"), code: "UNKNOWN_GROUP", message }];
}
