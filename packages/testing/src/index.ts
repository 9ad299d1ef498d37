export { asker, type Answer } from "./asker.ts";
export { callerJwks, callerJwksFile, callerToken } from "./caller-token.ts";
export { eventually } from "./eventually.ts";
export { freePort } from "./free-port.ts";
export { proofCases } from "./proof-cases.ts";
export { provided, type Provided, type Template } from "./provided.ts";
export { connectedTo } from "./test-connections.ts";
export {
  emptyDatabase,
  testDatabase,
  type EmptyDatabase,
  type TestDatabase,
} from "./test-database.ts";
export { testNats, type NatsPlace, type TestNats, type TestNatsOptions } from "./test-nats.ts";
export { serviceEnv } from "./service-env.ts";
export { createSoftAuthenticator } from "./soft-authenticator.ts";
export { logInProvider, startLogInProvider, type Elsewhere } from "./start-log-in-provider.ts";
export { startService, type Beside } from "./start-service.ts";
export { startTcpProxy, type TcpProxy } from "./start-tcp-proxy.ts";
export { tellEvent } from "./tell-event.ts";
