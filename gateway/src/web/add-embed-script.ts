import type { Asset } from "@tidbok/web";
import type { FastifyInstance } from "fastify";
import { sendAsset } from "./send-asset.ts";

/**
 * Serves the scripts that other sites load, from memory. Their names carry the version of the messages; within a version
 * they are mended, so browsers ask again after an hour.
 */
export function addEmbedScript(app: FastifyInstance, scripts: ReadonlyMap<string, Asset>): void {
  for (const [name, script] of scripts) {
    app.get(`/embed/${name}`, async (request, reply) => {
      reply.header("cross-origin-resource-policy", "cross-origin");
      // For `<script crossorigin>`; the file is the same for all and tells nothing.
      reply.header("access-control-allow-origin", "*");
      return sendAsset(script, { request, reply });
    });
  }
}
