import type { Caller } from "@tidbok/domain";
import type { Identity } from "./start-identity.ts";
import type { Statement } from "./while-locked.ts";

type Outcome = { readonly code: string | undefined; readonly value?: unknown };
export type Act = () => Promise<Outcome>;

/** A row, two changes of it, what they leave together, and what ends it. */
export type Race = {
  readonly row: Statement;
  readonly changes: readonly [Act, Act];
  /** The codes of the two changes in turn; both succeed if it is left out. */
  readonly codes?: readonly (string | undefined)[];
  readonly left: () => Promise<unknown>;
  readonly expected: unknown;
  /**
   * The end of the row, the code of a change after it, and that of the end after a change; null for a row that no
   * mutation ends.
   */
  readonly end: readonly [Act, string | undefined, string?] | null;
};

/** A race for each mutation that changes a row, by its name. */
export type Races = Readonly<Record<string, () => Promise<Race>>>;

/** What the races of a service are made with. */
export function raceWith(identity: Identity, subject: string) {
  let counter = 0;
  const name = (text: string) => `${subject}-${text}-${(counter += 1)}`;
  return {
    name,
    address: () => `${name("person")}@example.test`,
    act:
      (caller: Caller, [mutation, fields]: [string, string], input: object): Act =>
      () =>
        identity.mutate(caller, [mutation, fields], input),
    /** The first row of a query. */
    one: async (text: string, ...values: unknown[]) =>
      (await identity.sql.query<Record<string, unknown>>(text, values)).rows[0],
    lock: (table: string, id: string): Statement => [
      `SELECT FROM ${table} WHERE id = $1 FOR UPDATE`,
      id,
    ],
  };
}
