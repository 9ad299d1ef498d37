import { layers, order } from "./rows.ts";
import type { Place } from "./place.ts";

/** The sentence that an import across services, packages or the gateway breaks, or null. */
export function brokenOrder(from: Place, to: Place): string | null {
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

function refusedService(from: Place): string {
  return from.unit === "gateway"
    ? "The gateway imports no service."
    : "No service imports another.";
}

function isOutOfOrder(from: Place, to: Place): boolean {
  // A package's tests may use what is above it: testing starts the real Postgres for the vault.
  if (from.isTest) return false;
  const [fromLayer, toLayer] = [layerOf(from), layerOf(to)];
  return fromLayer !== null && toLayer !== null && toLayer >= fromLayer;
}

function layerOf(place: Place): number | null {
  const index = layers.findIndex((layer) =>
    layer.some((name) => place.unit === `packages/${name}`),
  );
  return index === -1 ? null : index;
}
