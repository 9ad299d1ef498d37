import type { PersonalData } from "@tidbok/service";
import type { Store } from "./store/index.ts";

const column = {
  table: "policy_acceptance",
  category: "POLICY_ACCEPTANCE",
  subject: "customer",
  erasure: "unlink",
} as const;

/** Which versions of the policy a person accepted, and when. */
export const personalData: PersonalData<{ readonly store: Store }> = {
  columns: [
    { ...column, column: "version" },
    { ...column, column: "accepted_at" },
  ],
  exportSubject: async ({ store }, subjectId) => ({
    policy_acceptance: (await store.acceptances.listOf([subjectId])).map((acceptance) => ({
      version: acceptance.version,
      acceptedAt: new Date(acceptance.acceptedAt).toISOString(),
    })),
  }),
  // The acceptance of a version is kept as evidence, without the account.
  eraseSubject: ({ store }, subjectId) => store.acceptances.unlink(subjectId),
  residue: async ({ store }, subjectId) => (await store.acceptances.listOf([subjectId])).length,
};
