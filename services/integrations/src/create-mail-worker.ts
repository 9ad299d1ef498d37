import { inBackground, roundFacts, type Background, type Logger } from "@tidbok/service";
import type { RequestFacts } from "@tidbok/service";
import type { Context } from "./context.ts";
import { deliverDue } from "./mails/actions/deliver-due.ts";
import type { DeliverySlots } from "./mails/adapters/delivery-slots.ts";
import type { Mailer } from "./mails/adapters/mailer.ts";

/** Sends what is due as long as the service runs. `stop` waits for the mails that are under way. */
export function createMailWorker({
  createContext,
  slots,
  mailer,
  log,
  clock,
}: {
  readonly createContext: (facts: RequestFacts) => Context;
  readonly slots: DeliverySlots;
  readonly mailer: Mailer;
  readonly log: Logger;
  readonly clock: () => number;
}): Background {
  const rounds = inBackground({
    everyMilliseconds: 250,
    log,
    work: () => {
      const facts = roundFacts({
        service: "integrations",
        purpose: "provide.notify",
        now: clock(),
        log,
      });
      return deliverDue(createContext(facts));
    },
  });
  return {
    start: rounds.start,
    stop: async () => {
      await rounds.stop();
      await slots.allFree();
      mailer.close();
    },
  };
}
