import type { Asset } from "@tidbok/web";
import type { FastifyInstance } from "fastify";
import { sendAsset } from "./send-asset.ts";

/** Serves the files of the build from memory. An unknown name is 404 and never a page. */
export function addAssets(app: FastifyInstance, assets: ReadonlyMap<string, Asset>): void {
  app.get<{ Params: { file: string } }>("/assets/:file", async (request, reply) => {
    const asset = assets.get(request.params.file);
    if (!asset) return reply.code(404).type("text/plain").send("There is no such file.");
    reply.header("cross-origin-resource-policy", "same-origin");
    return sendAsset(asset, { request, reply });
  });
}
