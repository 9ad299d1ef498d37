import { layers, order } from "./rows.ts";
import type { Location } from "./location.ts";

/** The sentence that an import across services, packages or the gateway breaks, or null. */
export function brokenOrder(from: Location, to: Location): string | null {
  if (from.unit === null || to.unit === null || from.unit === to.unit) return null;
  if (to.unit.startsWith("services/")) return refusedService(from);
  if (to.unit === "gateway") return "The gateway is asked over HTTP or NATS; nothing imports it.";
  if (to.unit === "packages/tooling") return "tooling looks at the code; nothing imports it.";
  const isAssembler = from.isTest || from.unit === "packages/testing";
  if (to.unit === "infra")
    return isAssembler ? null : "infra starts the parts; they do not know it.";
  if (to.unit === "packages/testing" && !isAssembler) return "testing is for tests only.";
  return isOutOfOrder(from, to) ? `${order}.` : null;
}

function refusedService(from: Location): string {
  return from.unit === "gateway"
    ? "The gateway imports no service."
    : "No service imports another.";
}

function isOutOfOrder(from: Location, to: Location): boolean {
  // A package's tests may use what is above it: testing starts the real Postgres for the vault.
  if (from.isTest) return false;
  const [fromLayer, toLayer] = [layerOf(from), layerOf(to)];
  return fromLayer !== null && toLayer !== null && toLayer >= fromLayer;
}

function layerOf(location: Location): number | null {
  const index = layers.findIndex((layer) =>
    layer.some((name) => location.unit === `packages/${name}`),
  );
  return index === -1 ? null : index;
}
