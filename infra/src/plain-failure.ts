/** A failure that the person at the terminal can put right; its message is one line that says how. */
export class PlainFailure extends Error {
  override readonly name = "PlainFailure";
}
