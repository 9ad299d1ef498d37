import type { Logger } from "@tidbok/service";
import type { FastifyInstance, FastifyReply, RouteHandlerMethod } from "fastify";

type Plain = { readonly code: string; readonly message: string };

// What can be wrong with a request before there is an operation, by HTTP status.
const plain: Readonly<Record<number, Plain>> = {
  400: { code: "BAD_REQUEST", message: "The request cannot be read." },
  413: { code: "REQUEST_TOO_LARGE", message: "The body is larger than 100 KiB." },
  415: { code: "BAD_REQUEST", message: "The body must be application/json." },
  503: { code: "TOO_BUSY", message: "There is too much to do right now. Try again." },
};
const failure: Plain = { code: "INTERNAL", message: "Something went wrong on our side." };

/**
 * Errors of HTTP have the shape and the codes of all others, and messages of our own instead of the library's. A browser
 * that looks for a page that does not exist gets one in words.
 */
export function refusePlainly(
  app: FastifyInstance,
  { log, notFoundPage }: { log: Logger; notFoundPage: RouteHandlerMethod },
): void {
  app.setErrorHandler(async (error: { readonly statusCode?: number }, request, reply) => {
    const { status, code, message } = plainly(error);
    const isOurs = code === failure.code;
    if (isOurs) log.error({ requestId: request.id, err: error }, "a request failed");
    const correlation = isOurs ? { correlationId: request.id } : {};
    return reply.code(status).send({ errors: [{ message, extensions: { code, ...correlation } }] });
  });
  app.setNotFoundHandler(async function (request, reply) {
    if (request.headers.accept?.includes("text/html"))
      return notFoundPage.call(this, request, reply);
    return reply.code(404).send({
      errors: [{ message: "There is nothing at this address.", extensions: { code: "NOT_FOUND" } }],
    });
  });
}

/** The same for what Fastify refuses before it knows a route: an address that cannot be read. */
export function refuseUnroutable(
  error: { readonly statusCode?: number },
  reply: Pick<FastifyReply, "code">,
): void {
  const { status, code, message } = plainly(error);
  void reply.code(status).send({ errors: [{ message, extensions: { code } }] });
}

function plainly({ statusCode = 500 }: { readonly statusCode?: number }) {
  const known = plain[statusCode] ?? (statusCode < 500 ? plain[400] : undefined);
  return known ? { status: statusCode, ...known } : { status: 500, ...failure };
}
