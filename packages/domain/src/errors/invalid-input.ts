import { DomainError } from "./domain-error.ts";
import type { ErrorCode } from "../error-codes.ts";

/** One mistake: where it is (dotted path below `input`), its stable code, and what to do. */
export type InputProblem = {
  readonly path: string;
  readonly code: string;
  readonly message: string;
};

/** All mistakes of an input at once. Messages never repeat what was sent. */
export class InvalidInput extends DomainError<ErrorCode> {
  constructor(problems: readonly InputProblem[]) {
    super("INVALID_INPUT", "Some of what was sent is not valid.", { problems });
  }
}
