import { createSweep } from "@tidbok/service";
import type { Context } from "../../context.ts";

/** A sweep that erases closed accounts after their days of grace. */
export const eraseClosed = () =>
  createSweep<Context>({
    name: "erase accounts that were closed",
    findDue: ({ store }, asked) => store.absences.findOver(asked),
    processRow: async ({ erase }, accountId) => {
      await erase(accountId);
      return true;
    },
  });
