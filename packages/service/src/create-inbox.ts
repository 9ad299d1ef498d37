import type { RunsSql } from "./runs-sql.ts";

/** Which events a consumer has dealt with. */
export type Inbox = {
  /** True when the event is new to the consumer; from then on it is not. */
  insert(consumer: string, eventId: string): Promise<boolean>;
};

/** The inbox of one transaction: an event is remembered if, and only if, its effect commits. */
export function createInbox(transaction: RunsSql): Inbox {
  return {
    insert: async (consumer, eventId) => {
      const rows = await transaction.$executeRaw`
        INSERT INTO inbox (consumer, event_id) VALUES (${consumer}, ${eventId}::uuid)
        ON CONFLICT DO NOTHING`;
      return rows === 1;
    },
  };
}
