import type { Asset } from "@tidbok/web";
import type { FastifyReply, FastifyRequest } from "fastify";
import { encodingFor } from "./encoding-for.ts";

/** Sends a file of the build, packed as the client takes it and stored for as long as its name allows. */
export function sendAsset(
  asset: Asset,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
): FastifyReply {
  const encoding = encodingFor(request.headers["accept-encoding"]);
  const packed = encoding === "br" ? asset.br : encoding === "gzip" ? asset.gzip : null;
  if (encoding && packed) reply.header("content-encoding", encoding);
  return reply
    .header(
      "cache-control",
      asset.isHashed ? "public, max-age=31536000, immutable" : "public, max-age=3600",
    )
    .header("vary", "accept-encoding")
    .type(asset.type)
    .send(packed ?? asset.plain);
}
