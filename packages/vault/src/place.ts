/**
 * The address of a sealed text: its row and its person. All four are authenticated with the text: bytes that are
 * moved to another person, table, column or row do not open.
 */
export type Place = {
  readonly subjectId: string;
  readonly table: string;
  readonly column: string;
  /** The row's id; for a table with a compound key, its parts joined by one agreed separator. */
  readonly row: string;
};
