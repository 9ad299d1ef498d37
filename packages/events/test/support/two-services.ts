import { newId } from "@tidbok/domain";
import { testNats } from "@tidbok/testing";
import { InvitationSent } from "../../src/catalogue/identity.ts";
import { BookingDeleted, BookingMade } from "../../src/catalogue/scheduling.ts";
import type { Running } from "../../src/nats/lead.ts";
import { listen } from "../../src/hear/listen.ts";
import type { Log } from "../../src/nats/log.ts";
import type { Reaction } from "../../src/hear/reaction.ts";
import { retryDelay } from "../../src/hear/redelivery.ts";
import { startRelay } from "../../src/tell/start-relay.ts";
import { natsUsersOf, quiet } from "./nats-users.ts";
import { leaveRow, serviceDatabase, type TestContext } from "./service-database.ts";

/** What a reaction of these tests throws when something that it needs is away. */
export class Unavailable extends Error {}

type Handle = Reaction<TestContext>["handle"];

/** Scheduling, which tells what its outbox holds, and integrations, which listens when it is started. */
export async function twoServices() {
  const server = await testNats();
  const users = natsUsersOf(server);
  const [teller, listener] = await Promise.all([serviceDatabase(), serviceDatabase()]);
  const relay = startRelay({
    connectionString: teller.url,
    nats: await users.as("scheduling"),
    log: quiet,
  });
  let running: Running[] = [];

  const stopListening = async (): Promise<void> => {
    await Promise.all(running.map((one) => one.stop()));
    running = [];
  };

  return {
    server,
    users,
    teller,
    listener,
    /** A listener that reacts to BookingMade and InvitationSent; it leaves a row unless told otherwise. */
    startListening: async (handle: Handle = leaveRow, log: Log = quiet): Promise<Running> => {
      const one = listen({
        nats: await users.as("integrations"),
        service: "integrations",
        connectionString: listener.url,
        reactions: [
          { definition: BookingMade, handle },
          { definition: InvitationSent, handle },
          { definition: BookingDeleted, handle },
        ],
        inTransaction: listener.inTransaction,
        // No test waits twenty minutes.
        retryDelay: (attempts) => Math.min(retryDelay(attempts), 100),
        isOutage: async (error) => error instanceof Unavailable,
        log,
      });
      running.push(one);
      return one;
    },
    stopListening,
    deadLetters: async () => {
      const { rows } = await listener.pool.query(
        `SELECT consumer, event_id, type, error_code, attempts, envelope FROM dead_letter ORDER BY error_code`,
      );
      return rows;
    },
    forget: () => listener.pool.query("TRUNCATE effect, dead_letter"),
    drop: async () => {
      await stopListening();
      await relay.stop();
      await users.stop();
      await Promise.all([teller.drop(), listener.drop()]);
      await server.drop();
    },
  };
}

/** A booking's event with all that it needs. */
export function made(aggregateId: string) {
  return {
    type: BookingMade.type,
    aggregateId,
    data: {
      bookingId: aggregateId,
      organizationId: newId(),
      hostIds: [newId()],
      attendeeIds: [newId()],
    },
  };
}
