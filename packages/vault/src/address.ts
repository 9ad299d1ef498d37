/**
 * The row and column that hold a sealed text, and its data subject. All four are authenticated with the text: bytes that
 * are moved to another person, table, column or row do not open.
 */
export type Address = {
  readonly subjectId: string;
  readonly table: string;
  readonly column: string;
  /** The row's id; for a table with a compound key, its parts joined by one agreed separator. */
  readonly row: string;
};
