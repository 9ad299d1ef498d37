import type { Asset } from "@tidbok/web";
import type { FastifyInstance } from "fastify";
import { encodingFor } from "./encoding-for.ts";

/** Serves the files of the build from memory. An unknown name is 404 and never a page. */
export function addAssets(app: FastifyInstance, assets: ReadonlyMap<string, Asset>): void {
  app.get<{ Params: { file: string } }>("/assets/:file", async (request, reply) => {
    const asset = assets.get(request.params.file);
    if (!asset) return reply.code(404).type("text/plain").send("There is no such file.");
    const encoding = encodingFor(request.headers["accept-encoding"]);
    const packed = encoding === "br" ? asset.br : encoding === "gzip" ? asset.gzip : null;
    if (encoding && packed) reply.header("content-encoding", encoding);
    return reply
      .header(
        "cache-control",
        asset.isHashed ? "public, max-age=31536000, immutable" : "public, max-age=3600",
      )
      .header("vary", "accept-encoding")
      .header("cross-origin-resource-policy", "same-origin")
      .type(asset.type)
      .send(packed ?? asset.plain);
  });
}
