import type { Context } from "../../context.ts";

/** Destroys the keys whose rows are deleted, a batch at a time; true when there may be more. */
export async function destroyKeys({ store }: Pick<Context, "store">): Promise<boolean> {
  return (await store.keyDestructions.destroy()) > 0;
}
