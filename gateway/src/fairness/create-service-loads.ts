import { serviceNames, type ServiceName } from "@tidbok/domain";

/** What waits for each service. */
export type ServiceLoads = {
  /** So many slow requests make a service full. */
  readonly most: number;
  /** Counts a request to a service, until the function that it returns is called. */
  begin(service: ServiceName): () => void;
  /**
   * Whether so many requests wait for one of the services that one more would only wait longer. Which services it is about is
   * asked only while any is full.
   */
  isFull(services: () => ReadonlySet<ServiceName>): boolean;
  /** Is called when a service that was full is full no more. */
  onRelief(listener: () => void): void;
};

/** What takes longer mostly waits. */
export const slowAfterMs = 50;

/**
 * Counts the requests to each service that take longer than `slowAfterMs`. A service is full with eight of them for each of the
 * operations `atOnce`, usually as many as there are connections to it: more would wait for a connection, and keep work that
 * asks other services from its turn.
 */
export function createServiceLoads(atOnce: number): ServiceLoads {
  const most = 8 * atOnce;
  const slow = new Map<ServiceName, number>();
  const listeners: (() => void)[] = [];
  const countOf = (service: ServiceName) => slow.get(service) ?? 0;
  return {
    most,
    begin: (service) => {
      let isSlow = false;
      const timer = setTimeout(() => {
        isSlow = true;
        slow.set(service, countOf(service) + 1);
      }, slowAfterMs);
      return () => {
        clearTimeout(timer);
        if (!isSlow) return;
        const before = countOf(service);
        slow.set(service, before - 1);
        if (before === most) listeners.forEach((tell) => tell());
      };
    },
    isFull: (services) =>
      serviceNames.some((service) => countOf(service) >= most && services().has(service)),
    onRelief: (listener) => void listeners.push(listener),
  };
}
