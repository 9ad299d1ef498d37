import { z } from "zod";
import { consent } from "../../meeting-types/domain/read-answers.ts";
import type { RoutingCondition, RoutingForm, RoutingTarget } from "./routing-form.ts";

/** The answers as texts, by the key of the question. */
export type RoutingAnswers = ReadonlyMap<string, string>;

/** The destination of the first rule that holds if `find` finds it, else that of the fallback, else null. */
export function routeOf<Destination>(
  form: RoutingForm,
  {
    answers,
    find,
  }: {
    readonly answers: RoutingAnswers;
    /** The destination of a target, or null if it is not available. */
    readonly find: (target: RoutingTarget) => Destination | null;
  },
): Destination | null {
  const rule = form.rules.find(({ conditions }) =>
    conditions.every((condition) => holds(condition, { form, answers })),
  );
  const found = rule && find(rule.target);
  return found ?? (form.fallback && find(form.fallback));
}

/** The text in the form in which texts are compared: case and width of letters make no difference. */
export function comparable(text: string): string {
  return text.trim().normalize("NFKC").toLowerCase();
}

function holds(
  condition: RoutingCondition,
  { form, answers }: { readonly form: RoutingForm; readonly answers: RoutingAnswers },
): boolean {
  const { questionKey, operator, texts, number } = condition;
  const answer = answers.get(questionKey);
  const kind = form.questions.find(({ key }) => key === questionKey)?.kind;
  if (answer === undefined || kind === undefined) return false;
  if (kind === "CONSENT") return (answer === consent.given) === condition.consent;
  if (kind === "CHOICE") return texts.includes(answer);
  if (kind === "TEXT") {
    const [text, expected] = [comparable(answer), texts.map(comparable)];
    return operator === "CONTAINS"
      ? expected.some((part) => text.includes(part))
      : expected.includes(text);
  }
  if (number === null) return false;
  if (operator === "EQUALS") return Number(answer) === number;
  return operator === "GREATER" ? Number(answer) > number : Number(answer) < number;
}

/** The token that `route` returned, as a client sends it back; a longer text is never a token. */
export const routeToken = z.string().max(200, "must have 200 characters at most");
