import type { Sql } from "@tidbok/events";
import { setTimeout as wait } from "node:timers/promises";
import { createTurns } from "./create-turns.ts";
import { createOutbox, type Outbox } from "./create-outbox.ts";
import { isPassing } from "./is-unavailable.ts";
import { createOnce, type Once } from "./once.ts";
import type { RunsSql } from "./runs-sql.ts";

// createPool's ten, less what look-ups need.
const transactionsAtOnce = 8;

/** What every service's store can do, beside its own tables. */
export type Shell = {
  readonly outbox: Outbox;
  /** Runs SQL where the store is: for what the shell and the event side keep in tables of their own. */
  readonly sql: Sql;
  /** Does the work once for an idempotency key; see `createOnce`. */
  readonly once: Once;
  /** Answers when the database does. */
  readonly ping: () => Promise<void>;
};

/** A service's tables, the shell's, and `transaction`: what is done through the store it hands out commits whole or not at all. */
export type TransactionalStore<Tables> = Tables &
  Shell & {
    readonly transaction: <Result>(
      work: (store: TransactionalStore<Tables>) => Promise<Result>,
    ) => Promise<Result>;
  };

/**
 * Makes a service's store. `tablesOf` is called once for the client and once per transaction. A
 * transaction inside a transaction joins it, so that an action is the same alone and in a reaction.
 */
export function createTransactionalStore<Client extends RunsSql, Tables extends object>(
  client: RunsSql & OpensTransactions<Client>,
  tablesOf: (client: Client) => Tables,
): TransactionalStore<Tables> {
  // Fewer than the pool has connections: a look-up never waits for them, and they wait here as long as it
  // takes, not in the pool as long as that allows.
  const turns = createTurns({ atOnce: transactionsAtOnce });
  // Assigned, not spread: a spread would make the tables that are made on their first use.
  return Object.assign(tablesOf(client as unknown as Client), shellOf(client), {
    transaction: <Result>(work: (store: TransactionalStore<Tables>) => Promise<Result>) =>
      turns("transaction", () =>
        runTransaction(client, (transaction) => work(joined(transaction, tablesOf))),
      ),
  });
}

function joined<Client extends RunsSql, Tables extends object>(
  transaction: Client,
  tablesOf: (client: Client) => Tables,
): TransactionalStore<Tables> {
  const store: TransactionalStore<Tables> = Object.assign(
    tablesOf(transaction),
    shellOf(transaction),
    {
      transaction: <Result>(work: (store: TransactionalStore<Tables>) => Promise<Result>) =>
        work(store),
    },
  );
  return store;
}

function shellOf(client: RunsSql): Shell {
  return {
    outbox: createOutbox(client),
    sql: (query, ...values) => client.$queryRaw(query, ...values),
    once: createOnce(client),
    ping: async () => {
      await client.$queryRaw`SELECT 1`;
    },
  };
}

/** The part of a Prisma client that opens a transaction. */
export type OpensTransactions<Transaction> = {
  $transaction<Result>(
    work: (transaction: Transaction) => Promise<Result>,
    options?: { maxWait?: number; timeout?: number },
  ): Promise<Result>;
};

const attempts = 4;

/**
 * Runs the work in one transaction and commits it whole. A transaction that lost to another one is
 * run again, three times at most, so the work must touch nothing but the transaction it is given.
 */
export async function runTransaction<Transaction, Result>(
  client: OpensTransactions<Transaction>,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await client.$transaction(work, { maxWait: 5_000, timeout: 10_000 });
    } catch (error) {
      if (attempt === attempts || !isPassing(error)) throw error;
      await wait(Math.random() * 20 * 2 ** attempt);
    }
  }
}
