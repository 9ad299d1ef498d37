import { readFile } from "node:fs/promises";
import type { FastifyInstance } from "fastify";

const style = new URL("../../pages/page.css", import.meta.url);

/** The style of the pages that identity renders itself: `/pages/page.css`. All other pages are of packages/web. */
export async function addPages(app: FastifyInstance): Promise<void> {
  const text = await readFile(style, "utf8");
  app.get("/pages/page.css", async (_, reply) =>
    reply.header("cache-control", "public, max-age=300").type("text/css; charset=utf-8").send(text),
  );
}
