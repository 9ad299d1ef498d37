import type { Origin } from "@tidbok/domain";
import type { Context } from "../../context.ts";

/** A fingerprint of the network, device and browser that a request comes from; the three cannot be read from it. */
export function clientOf({
  store,
  origin,
}: Pick<Context, "store"> & { readonly origin?: Origin | null | undefined }): string {
  const { network = null, deviceType = null, browserFamily = null } = origin ?? {};
  return store.fingerprintOf([network, deviceType, browserFamily].join(" "));
}
