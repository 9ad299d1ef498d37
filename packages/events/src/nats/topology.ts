import { serviceNames, type ServiceName } from "@tidbok/domain";

/** The services that each service hears. A change here changes permissions and consumers alike. */
export const hears: Readonly<Record<ServiceName, readonly ServiceName[]>> = {
  identity: ["privacy", "scheduling"],
  scheduling: ["identity", "billing", "privacy"],
  billing: ["identity"],
  integrations: ["identity", "scheduling"],
  privacy: ["identity"],
};

/** The stream that holds a service's events. */
export function streamOf(service: ServiceName): string {
  return service.toUpperCase();
}

/** The services that hear this one's events; each has a durable consumer of its own name on the stream. */
export function listenersOf(service: ServiceName): readonly ServiceName[] {
  return serviceNames.filter((listener) => hears[listener].includes(service));
}

/** Longer than the slowest handler may take: after this the server believes the handler dead and sends again. */
export const ackWaitMilliseconds = 30_000;
