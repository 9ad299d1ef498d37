import { id } from "./input.ts";

/** Whether the text can be the id of a row; GraphQL's ID is any text. */
export function isId(text: string): boolean {
  return id.safeParse(text).success;
}
