import { input } from "@tidbok/domain";

/** Whether the text can be the id of anything; GraphQL's ID is any text. */
export function isId(text: string): boolean {
  return input.id.safeParse(text).success;
}
