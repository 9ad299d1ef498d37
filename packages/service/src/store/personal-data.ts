import type { DataCategory } from "@tidbok/minimization";

/** A column that holds something about a person. */
export type PersonalColumn = {
  readonly table: string;
  readonly column: string;
  readonly category: DataCategory;
  readonly subject: "attendee" | "host" | "customer";
  /**
   * `shred`: unreadable once the person's key is gone. `blank`: set to null. `delete`: the row goes.
   * `unlink`: the row stays, and no longer says whose it is.
   */
  readonly erasure: "shred" | "blank" | "delete" | "unlink";
};

/**
 * What a service holds about people, and how it hands it out, forgets it and proves that nothing is
 * left. `Parts` is what the functions work with: the service's store and, where rows are sealed, its vault.
 */
export type PersonalData<Parts> = {
  readonly columns: readonly PersonalColumn[];
  /** The rows about the subject, opened, by table. */
  readonly exportSubject: (
    parts: Parts,
    subjectId: string,
  ) => Promise<Readonly<Record<string, readonly object[]>>>;
  /** Destroys the subject's key and blanks or deletes the rows; how many rows. Safe to repeat. */
  readonly eraseSubject: (parts: Parts, subjectId: string) => Promise<number>;
  /** How many values about the subject can still be read; 0 after an erasure. */
  readonly residue: (parts: Parts, subjectId: string) => Promise<number>;
};
