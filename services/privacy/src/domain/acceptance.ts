import type { Instant } from "@tidbok/domain";

/** That an account accepted a version of the policy. */
export type Acceptance = {
  readonly id: string;
  readonly accountId: string;
  readonly version: string;
  readonly acceptedAt: Instant;
};
