export { defineEvent, type EventDefinition } from "./define/define-event.ts";
export { fact } from "./define/fact.ts";
export type { Envelope, EventOf } from "./define/envelope.ts";
export * from "./catalogue/index.ts";
export { hears, listenersOf, streamOf } from "./nats/topology.ts";
export {
  natsPermissions,
  natsUsers,
  type NatsPermissions,
  type NatsUser,
} from "./nats/nats-permissions.ts";
export {
  renderNatsConfig,
  renderNatsUsers,
  streamsAccount,
  type NatsPublicKeys,
  type NatsServerOptions,
} from "./nats/render-nats-config.ts";
export { createNatsKey, natsPublicKey } from "./nats/nats-key.ts";
export { connectNats, type Nats, type NatsOptions } from "./nats/connect-nats.ts";
export { provision, type Provisioning } from "./nats/provision.ts";
export type { Log } from "./nats/log.ts";
export { startRelay, type RelayOptions } from "./tell/start-relay.ts";
export {
  operateEvents,
  type DeadLetterFilter,
  type DeadLetterRow,
  type EventOperations,
} from "./operate/operate-events.ts";
export { listen, type ListenOptions } from "./hear/listen.ts";
export { defineReaction, type Reaction } from "./hear/reaction.ts";
export type { InTransaction, Sql } from "./hear/inbox.ts";
export type { Running } from "./nats/lead.ts";
export { createAsk, type Ask, type AskOptions } from "./ask/create-ask.ts";
export { startAnswering, type AnsweringOptions } from "./ask/start-answering.ts";
export type { Answer, Question } from "./ask/question.ts";
export { subscribeGateway, type GatewaySubscribing } from "./hear/subscribe-gateway.ts";
