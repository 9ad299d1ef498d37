import { GraphError } from "@tidbok/client";
import type { EntryWords } from "../words/entry.en.ts";

/** A mistake in words: at a field, by its name, or of the whole form. */
export type Problem = {
  readonly field: string | null;
  readonly text: string;
  /** When to try again, as the clock of the browser counts. */
  readonly againAt?: number;
};

type Told = Pick<EntryWords, "errors" | "mistakes" | "failed" | "wait">;

// Where a person mends what the code says.
const places: Readonly<Record<string, string>> = {
  LOGIN_FAILED: "password",
  CODE_WRONG: "code",
  SECOND_STEP_REQUIRED: "code",
  ATTESTATION_REQUIRED: "isSixteenOrOlder",
  EMAIL_TAKEN: "email",
};

/** What a failure is in the words of the page, by its code; a code without words is a failure of ours. */
export function problemsOf(error: unknown, words: Told): readonly Problem[] {
  if (!(error instanceof GraphError)) return [{ field: null, text: words.failed }];
  const { code, details, retryAfterSeconds } = error;
  if (code === "INVALID_INPUT") {
    const { problems } = details as { problems?: readonly Mistake[] };
    return (problems ?? []).map((mistake) => problemOf(mistake, words));
  }
  const text = wordsOf(words.errors, code) ?? words.failed;
  if (retryAfterSeconds === null) return [{ field: places[code] ?? null, text }];
  return [{ field: null, text: words.wait, againAt: Date.now() + retryAfterSeconds * 1_000 }];
}

type Mistake = { readonly path?: string | readonly string[]; readonly code: string };

function problemOf({ path = "", code }: Mistake, words: Told): Problem {
  const field = (typeof path === "string" ? path.split(".") : path).at(-1) ?? null;
  const own = field === "newPassword" || field === "password" ? `PASSWORD_${code}` : code;
  const text = wordsOf(words.mistakes, own) ?? wordsOf(words.mistakes, code);
  return { field, text: text ?? words.mistakes.INVALID };
}

function wordsOf(texts: Readonly<Record<string, string>>, code: string): string | undefined {
  return Object.hasOwn(texts, code) ? texts[code] : undefined;
}

/** The same for what a device has a part in: a person that says no, or a device that cannot, is no failure of ours. */
export function passkeyProblems(error: unknown, words: EntryWords): readonly Problem[] {
  if (error instanceof GraphError) return problemsOf(error, words);
  return [{ field: null, text: words.errors.PASSKEY_REFUSED }];
}
