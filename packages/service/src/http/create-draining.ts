import type { FastifyInstance } from "fastify";

/** The last seconds of a process: it is not ready any more, still serves, and gives its connections up. */
export type Draining = {
  readonly begin: () => void;
  readonly isOn: () => boolean;
  /** Call it before routes and plugins are added. */
  readonly attach: (app: FastifyInstance) => void;
};

/** While it is on, each answer says `connection: close`, so that clients with keep-alive turn to another process. */
export function createDraining(): Draining {
  let isOn = false;
  return {
    begin: () => {
      isOn = true;
    },
    isOn: () => isOn,
    attach: (app) => {
      app.addHook("onRequest", async (_, reply) => {
        // On the raw answer, since the authorization server writes its own.
        if (isOn) reply.raw.setHeader("connection", "close");
      });
    },
  };
}
