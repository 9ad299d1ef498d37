import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../errors/error-codes.ts";
import type { Charge } from "./charge.ts";

const shown = (count: number): string => count.toLocaleString("en");

/** The caller's operations of this minute have cost what they may; nothing of this one was done. */
export class CostBudgetSpent extends DomainError<ErrorCode> {
  constructor(
    { requested, remaining }: Charge,
    {
      perMinute,
      retryAfterSeconds,
    }: { readonly perMinute: number; readonly retryAfterSeconds: number },
  ) {
    super(
      "COST_BUDGET_SPENT",
      `The operation costs ${shown(requested)}, and ${shown(remaining)} of ${shown(perMinute)} for this minute are left. ` +
        `Send it again in ${retryAfterSeconds} seconds, or ask for fewer rows with \`first\`.`,
      { retryAfterSeconds },
    );
  }
}
