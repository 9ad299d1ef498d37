import type { Vault } from "@tidbok/vault";
import { bytes } from "./bytes.ts";

/** What an address is found by. Accounts and invitations share it, so that an invitation finds its person. */
export function emailIndex(vault: Vault, email: string): Uint8Array<ArrayBuffer> {
  return bytes(vault.blindIndex("identity.email", email));
}
