import { isId } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { Hold } from "../domain/hold.ts";

/** The hold, for every caller that knows its id; null if it does not exist. */
export async function findHold({ store }: Context, id: string): Promise<Hold | null> {
  return isId(id) ? store.holds.find(id) : null;
}
