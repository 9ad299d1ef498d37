/** A piece of text that people read, and the line of its file where it begins. */
export type Passage = { readonly line: number; readonly text: string };

/** The number of the line that holds this offset; the first is 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
