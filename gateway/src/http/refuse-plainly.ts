import type { Logger } from "@tidbok/service";
import type { FastifyInstance } from "fastify";

type Plain = { readonly code: string; readonly message: string };

// What can be wrong with a request before there is an operation, by HTTP status.
const plain: Readonly<Record<number, Plain>> = {
  400: { code: "BAD_REQUEST", message: "The body is not JSON." },
  413: { code: "REQUEST_TOO_LARGE", message: "The body is larger than 100 KiB." },
  415: { code: "BAD_REQUEST", message: "The body must be application/json." },
  503: { code: "SERVICE_UNAVAILABLE", message: "There is too much to do right now. Try again." },
};
const failure: Plain = { code: "INTERNAL", message: "Something went wrong on our side." };

/** Errors of HTTP have the shape and the codes of all others, and none of the words of the library below. */
export function refusePlainly(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler(async (error: { readonly statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    const known = plain[status] ?? (status < 500 ? plain[400] : undefined);
    if (!known) log.error({ requestId: request.id, err: error }, "a request failed");
    const { code, message } = known ?? failure;
    const correlation = known ? {} : { correlationId: request.id };
    return reply
      .code(known ? status : 500)
      .send({ errors: [{ message, extensions: { code, ...correlation } }] });
  });
  app.setNotFoundHandler(async (_, reply) =>
    reply.code(404).send({
      errors: [{ message: "There is nothing at this address.", extensions: { code: "NOT_FOUND" } }],
    }),
  );
}
