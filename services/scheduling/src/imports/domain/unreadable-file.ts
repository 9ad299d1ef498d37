import { InvalidInput } from "@tidbok/domain";

/** A problem of the file as a whole. The message may name a line, and repeats no text of the file. */
export function unreadableFile(code: string, message: string): InvalidInput {
  return new InvalidInput([{ path: "content", code, message }]);
}
