import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

export class AttestationRequired extends DomainError<ErrorCode> {
  constructor() {
    super("ATTESTATION_REQUIRED", "Only people of 16 years or older may sign up.");
  }
}

/** The version is unknown, was replaced, or does not hold yet. */
export class PolicyVersionUnknown extends DomainError<ErrorCode> {
  constructor() {
    super("POLICY_VERSION_UNKNOWN", "This is not the version of the policy that holds now.");
  }
}
