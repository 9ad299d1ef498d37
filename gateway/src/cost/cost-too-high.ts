import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../errors/error-codes.ts";

const shown = (count: number): string =>
  Number.isFinite(count) ? count.toLocaleString("en") : "more than is counted";

/** One operation would cost more than any may; nothing of it was done. */
export class CostTooHigh extends DomainError<ErrorCode> {
  constructor({ requested, maximum }: { readonly requested: number; readonly maximum: number }) {
    super(
      "COST_TOO_HIGH",
      `The operation costs ${shown(requested)}; the limit for one operation is ${shown(maximum)}. ` +
        "Ask for fewer rows with `first`, or split it into several operations.",
      { requested, maximum },
    );
  }
}
