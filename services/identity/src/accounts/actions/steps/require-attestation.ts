import type { Context } from "../../../context.ts";
import { AttestationRequired, PolicyVersionUnknown } from "../../domain/sign-up-errors.ts";

/** The policy version in force, accepted by a person of 16 or more. Throws AttestationRequired, PolicyVersionUnknown. */
export async function requireAttestation(
  { store, now }: Pick<Context, "store" | "now">,
  given: { readonly isSixteenOrOlder: boolean; readonly acceptedPolicyVersion: string },
): Promise<string> {
  if (!given.isSixteenOrOlder) throw new AttestationRequired();
  const version = await store.policyVersions.findCurrent(now);
  if (version === null || version !== given.acceptedPolicyVersion) throw new PolicyVersionUnknown();
  return version;
}
