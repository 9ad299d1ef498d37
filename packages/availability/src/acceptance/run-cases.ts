import { DomainError, type InputProblem } from "@tidbok/domain";
import { findSlots } from "../slots/find-slots.ts";
import { CaseMistake } from "./case-fields.ts";
import { readCase } from "./read-case.ts";

/** What became of one case: `failure` is null when it passed, otherwise one line that says why. */
export type CaseResult = {
  readonly id: string;
  readonly name: string;
  readonly failure: string | null;
};

/** Runs every case of a document of the acceptance format. Throws CaseMistake where it has no cases. */
export function runCases(document: unknown): readonly CaseResult[] {
  const cases = Array.isArray(document)
    ? document
    : (document as { cases?: unknown } | null)?.cases;
  if (!Array.isArray(cases)) throw new CaseMistake("the file must have a list named cases");
  if (cases.length === 0) throw new CaseMistake("the file has no cases");
  return cases.map((value: unknown, i) => {
    const { id, name } = (value ?? {}) as { id?: unknown; name?: unknown };
    return { id: String(id ?? `#${i + 1}`), name: String(name ?? ""), failure: failureOf(value) };
  });
}

function failureOf(value: unknown): string | null {
  try {
    const { request, expected, count } = readCase(value);
    const starts = request === null ? [] : findSlots(request).map((slot) => slot.start);
    if (expected === null) {
      return starts.length === count ? null : `${count} starts expected, ${starts.length} found`;
    }
    return compare(
      starts,
      expected.toSorted((a, b) => a - b),
    );
  } catch (error) {
    if (error instanceof CaseMistake) return error.message;
    if (error instanceof DomainError) return sentence(error);
    throw error;
  }
}

function compare(starts: readonly number[], expected: readonly number[]): string | null {
  const missing = expected.filter((start) => !starts.includes(start));
  const extra = starts.filter((start) => !expected.includes(start));
  const isSame = missing.length + extra.length === 0 && starts.length === expected.length;
  if (isSame) return null;
  const numbers = `${expected.length} starts expected, ${starts.length} found`;
  return `${numbers}${listed("missing", missing)}${listed("not expected", extra)}`;
}

function listed(word: string, starts: readonly number[]): string {
  if (starts.length === 0) return "";
  const some = starts
    .slice(0, 5)
    .map((start) => new Date(start).toISOString().replace(".000Z", "Z"));
  return `; ${word}: ${some.join(" ")}${starts.length > 5 ? " …" : ""}`;
}

function sentence(error: DomainError): string {
  const problems = (error.details["problems"] ?? []) as readonly InputProblem[];
  const all = problems.map(({ path, code, message }) => `${path} ${message} (${code})`).join("; ");
  return all === "" ? error.message : all;
}
