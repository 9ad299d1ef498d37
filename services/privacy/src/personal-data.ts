import type { PersonalData } from "@tidbok/service";
import type { Store } from "./store/index.ts";

/** Who accepted which policy and when; the fact outlives the person, without them. */
export const personalData: PersonalData<{ readonly store: Store }> = {
  columns: [
    {
      table: "policy_acceptance",
      column: "account_id",
      category: "POLICY_ACCEPTANCE",
      subject: "customer",
      erasure: "blank",
    },
  ],
  exportSubject: async ({ store }, accountId) => ({
    policy_acceptance: await store.acceptances.list([accountId]),
  }),
  eraseSubject: ({ store }, accountId) => store.acceptances.forgetAccount(accountId),
  residue: ({ store }, accountId) => store.acceptances.count(accountId),
};
