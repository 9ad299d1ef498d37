import type { PageAnswer } from "@tidbok/web";
import type { FastifyReply, FastifyRequest } from "fastify";
import { compress } from "./compress.ts";

/** Sends a page, packed as the browser takes it. */
export async function sendPage(
  { status, headers, html }: PageAnswer,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
): Promise<FastifyReply> {
  const { body, encoding } = await compress(html, request.headers["accept-encoding"]);
  if (encoding) reply.header("content-encoding", encoding);
  return reply.code(status).headers(headers).send(body);
}
