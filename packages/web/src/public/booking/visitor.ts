import type { FormQuestionsFragment } from "../../generated/graphql.ts";

/** A question of the meeting type. */
export type Question = FormQuestionsFragment["questions"][number];

/** What the visitor has written, as the graph takes it. */
export type Visitor = {
  readonly attendee: {
    readonly name: string;
    readonly email: string;
    readonly phone?: string;
    readonly timeZone: string;
    readonly locale: string;
  };
  readonly answers: readonly Answer[];
  readonly guests: readonly { readonly email: string }[];
  readonly series: { readonly frequency: string; readonly count: number } | null;
};

/** An answer, in the field of its question's kind. */
export type Answer = {
  readonly questionId: string;
  readonly text?: string;
  readonly number?: number;
  readonly consent?: boolean;
};

/** A mistake: which field, and the name of its words. */
export type Mistake = {
  readonly field: string;
  readonly kind: "required" | "email" | "phone" | "number";
};

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const phone = /^\+[\d\s()-]{6,}$/;

/** What is wrong with one field. The graph looks at all of it again; this saves a round trip. */
export function mistakeIn(
  field: string,
  {
    value,
    kind,
    isRequired,
  }: { readonly value: string; readonly kind: string; readonly isRequired: boolean },
): Mistake | null {
  const text = value.trim();
  if (text === "") return isRequired ? { field, kind: "required" } : null;
  if (kind === "EMAIL" && !email.test(text)) return { field, kind: "email" };
  if (kind === "PHONE" && !phone.test(text)) return { field, kind: "phone" };
  if (kind === "NUMBER" && !Number.isFinite(Number(text.replace(",", "."))))
    return { field, kind: "number" };
  return null;
}

/** The answer to a question; null where nothing was answered. */
export function answerTo({ id, kind }: Question, value: string): Answer | null {
  const text = value.trim();
  if (kind === "CONSENT") return { questionId: id, consent: text === "yes" };
  if (text === "") return null;
  return kind === "NUMBER"
    ? { questionId: id, number: Number(text.replace(",", ".")) }
    : { questionId: id, text };
}
