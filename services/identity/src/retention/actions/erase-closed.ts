import { createSweep, inTransaction } from "@tidbok/service";
import { destroyKeysNow } from "../../accounts/actions/steps/destroy-keys-now.ts";
import type { Context } from "../../context.ts";

/** A sweep that erases closed accounts after their days of grace. */
export const eraseClosed = () =>
  createSweep<Context>({
    name: "erase accounts that were closed",
    findDue: ({ store }, asked) => store.absences.findOver(asked),
    processRow: async (context, accountId) => {
      const isErased = await inTransaction(context, async ({ store, now, erase }) => {
        // The person may have come back since the sweep found the account.
        if (!(await store.absences.lockOver(accountId, now))) return false;
        await erase(store, { subjectId: accountId, now });
        return true;
      });
      if (isErased) await destroyKeysNow(context);
      return isErased;
    },
  });
