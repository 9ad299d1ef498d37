import { lookup } from "node:dns";
import { isIP } from "node:net";
import { isPublicAddress } from "@tidbok/domain";
import type { CustomFetch } from "openid-client";
import { Agent, fetch } from "undici";
import { isLoopback } from "./read-providers.ts";

/**
 * Requests to providers: over TLS, at public addresses, ten seconds and a megabyte at most. The same holds for addresses
 * in a discovery document. `allowsLoopback` is for an installation that itself is on loopback.
 */
export function createOutboundFetch({
  allowsLoopback,
}: {
  readonly allowsLoopback: boolean;
}): CustomFetch {
  const limits = { headersTimeout: 10_000, bodyTimeout: 10_000, maxResponseSize: 1_000_000 };
  // The address is checked when the connection is made, because a name may resolve differently the second time.
  const outside = new Agent({ ...limits, connect: { timeout: 5_000, lookup: lookUpOutside } });
  const within = new Agent(limits);
  return async (address, options) => {
    const url = new URL(address);
    const isOwn = allowsLoopback && isLoopback(url);
    const literal = url.hostname.replace(/^\[|\]$/g, "");
    if (!isOwn && (url.protocol !== "https:" || (isIP(literal) > 0 && !isPublicAddress(literal)))) {
      throw new Error("A provider's address is not public, or not https.");
    }
    const dispatcher = isOwn ? within : outside;
    const answer = await fetch(url, { ...(options as object), redirect: "manual", dispatcher });
    return answer as unknown as Response;
  };
}

const lookUpOutside: typeof lookup = ((hostname: string, options: object, done: Found) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const found = (addresses ?? []).filter(({ address }) => isPublicAddress(address));
    if (error) done(error, "", 4);
    else if (found[0] === undefined) done(new Error("A provider has no public address."), "", 4);
    else if ("all" in options && options.all) done(null, found);
    else done(null, found[0].address, found[0].family);
  });
}) as typeof lookup;

type Found = (
  error: Error | null,
  address: string | readonly { address: string; family: number }[],
  family?: number,
) => void;
