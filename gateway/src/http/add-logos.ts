import type { FastifyInstance } from "fastify";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { AskService } from "../ask/create-ask-service.ts";

const operation = "identity.OrganizationLogo";
const answer = z.object({ hash: z.string(), png: z.base64() });

type Place = { Params: { organizationId: string; file: string } };

/**
 * Organizations' logos are served from here and not from an organization's own server, so that opening a booking page tells
 * no third party. They are PNG whatever the request says, and an address has one content for ever.
 */
export function addLogos(app: FastifyInstance, ask: AskService): void {
  const known = new LRUCache<string, Buffer>({ max: 200 });
  app.get<Place>("/logos/:organizationId/:file", async ({ params, id }, reply) => {
    const { organizationId, file } = params;
    const hash = /^([0-9a-f]{32})\.png$/.exec(file)?.[1];
    const isNamed = hash !== undefined && /^[0-9a-f-]{36}$/.test(organizationId);
    const key = `${organizationId} ${hash}`;
    let png = known.get(key);
    if (isNamed && !png) {
      const found = await ask({ operation, variables: { organizationId }, answer }, id);
      if (found?.hash === hash) {
        png = Buffer.from(found.png, "base64");
        known.set(key, png);
      }
    }
    if (!png) return reply.code(404).type("text/plain").send("There is no such picture.");
    return reply
      .header("cache-control", "public, max-age=31536000, immutable")
      .header("content-security-policy", "default-src 'none'; sandbox")
      .header("cross-origin-resource-policy", "cross-origin")
      .type("image/png")
      .send(png);
  });
}
