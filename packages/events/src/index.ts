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
export { startRelay, type RelayOptions } from "./start-relay.ts";
export { replayOutbox, type Replay } from "./replay-outbox.ts";
export { listen } from "./listen.ts";
export type { ListenOptions } from "./listen-options.ts";
export type { Reaction } from "./reaction.ts";
export type { InTransaction, Sql } from "./sql.ts";
export type { Running } from "./lead.ts";
export { createAsk, type Ask, type AskOptions } from "./create-ask.ts";
export { startAnswering, type AnsweringOptions } from "./start-answering.ts";
export type { Answer, Question } from "./question.ts";
export { overhear, type OverhearOptions } from "./overhear.ts";
