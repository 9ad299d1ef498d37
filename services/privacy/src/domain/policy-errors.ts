import { DomainError } from "@tidbok/domain";

/** The files of a version say something else than what was published under it. */
export class PolicyChanged extends DomainError {
  constructor(version: string) {
    super(
      "POLICY_CHANGED",
      `Policy ${version} was published with other words: a change of the words is a new version.`,
      { version },
    );
  }
}

/** No version holds yet, so nobody could be told what they agree to. */
export class NoPolicy extends DomainError {
  constructor() {
    super("NO_POLICY", "No privacy policy is in force.");
  }
}
