import { input, NotFound, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { Passkey } from "../domain/passkey.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";

const schema = z.strictObject({ passkeyId: input.id, name: input.line(80) });

/** Renames one of the caller's own passkeys. */
export async function renamePasskey({ caller, store }: Context, given: unknown): Promise<Passkey> {
  const { accountId } = requireAccount(caller);
  const { passkeyId, name } = validate(schema, given);
  const passkey = await store.passkeys.find(passkeyId);
  if (passkey?.accountId !== accountId) throw new NotFound("passkey");
  if (!(await store.passkeys.rename(passkey, name))) throw new NotFound("passkey");
  return { ...passkey, name };
}
