import { InvalidInput } from "@tidbok/domain";

/** The problem of a file as a whole. The message tells a line at most, never what stands there. */
export function unreadableFile(code: string, message: string): InvalidInput {
  return new InvalidInput([{ path: "content", code, message }]);
}
