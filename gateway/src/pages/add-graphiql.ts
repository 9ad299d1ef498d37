import type { FastifyInstance } from "fastify";
import { getStaticFile } from "ruru/static";
import { ruruHTML } from "ruru/server";

const staticPath = "/graphiql/";

/** GraphiQL at `/graphiql`, with every file of it served from here: it works without the web. */
export function addGraphiql(app: FastifyInstance): void {
  const html = ruruHTML({
    endpoint: "/graphql",
    staticPath,
    htmlParts: { titleTag: "<title>Tidbok · GraphiQL</title>" },
  } as never);
  app.get("/", async (_, reply) => reply.redirect("/graphiql"));
  app.get("/graphiql", async (_, reply) => reply.type("text/html; charset=utf-8").send(html));
  app.get("/graphiql/*", async (request, reply) => {
    const file = await getStaticFile({
      staticPath,
      urlPath: request.url,
      acceptEncoding: request.headers["accept-encoding"],
      disallowDevAssets: true,
    });
    if (!file) return reply.code(404).type("text/plain").send("There is no such file.");
    return reply.headers(file.headers).send(file.content);
  });
}
