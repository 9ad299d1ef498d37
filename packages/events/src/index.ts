export { defineEvent, type EventDefinition } from "./define-event.ts";
export { fact } from "./fact.ts";
export type { Envelope, EventOf } from "./envelope.ts";
export * from "./catalogue/index.ts";
export { hears, listenersOf, streamOf } from "./topology.ts";
export {
  natsPermissions,
  natsUsers,
  type NatsPermissions,
  type NatsUser,
} from "./nats-permissions.ts";
export {
  renderNatsConfig,
  renderNatsUsers,
  type NatsPublicKeys,
  type NatsServerOptions,
} from "./render-nats-config.ts";
export { createNatsKey, natsPublicKey } from "./nats-key.ts";
export { connectNats, type Nats, type NatsOptions } from "./connect-nats.ts";
export { provision, type Provisioning } from "./provision.ts";
export type { Log } from "./log.ts";
