import { errors } from "@nats-io/transport-node";

/** Whether NATS, or the part of it that was asked, is away: waiting may help, another message will not. */
export function isConnectionFailure(error: unknown): boolean {
  return (
    error instanceof errors.TimeoutError ||
    error instanceof errors.RequestError ||
    error instanceof errors.NoRespondersError ||
    error instanceof errors.ConnectionError ||
    error instanceof errors.ClosedConnectionError ||
    error instanceof errors.DrainingConnectionError
  );
}
