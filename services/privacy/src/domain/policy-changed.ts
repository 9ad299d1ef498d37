import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../error-codes.ts";

/** The file of a version that was published already says something else now. Give the change a new version. */
export class PolicyChanged extends DomainError<ErrorCode> {
  constructor(version: string, changes: readonly string[]) {
    super(
      "POLICY_CHANGED",
      `Version ${version} of the policy was published with another ${changes.join(", ")}. A published version does not change: put the file back, and write a new version.`,
      { version, changes },
    );
  }
}
