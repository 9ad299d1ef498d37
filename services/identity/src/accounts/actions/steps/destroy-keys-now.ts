import type { Context } from "../../../context.ts";
import { destroyKeys } from "../destroy-keys.ts";

/** Destroys keys right after their rows' deletion. Where the keys database is away, the next round destroys them. */
export async function destroyKeysNow(context: Pick<Context, "store" | "log">): Promise<void> {
  try {
    await destroyKeys(context);
  } catch (error) {
    context.log.warn({ err: error }, "keys are to be destroyed by the next round");
  }
}
