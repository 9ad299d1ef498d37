import type { Caller } from "@tidbok/domain";

/** All networks that are not known, such as those behind a proxy of which the gateway does not know, count as one. */
export const unknownNetwork = "unknown";

/**
 * The fingerprint of the network from which a visitor comes, with or without the manage link of a booking; null for
 * accounts and apps, because each is answerable for what it does.
 */
export function networkOfVisitor({
  caller,
  network = unknownNetwork,
}: {
  readonly caller: Caller;
  readonly network?: string | undefined;
}): string | null {
  return caller.kind === "anonymous" || caller.kind === "attendee" ? network : null;
}
