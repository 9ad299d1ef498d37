import type { FastifyInstance } from "fastify";
import { getStaticFile } from "ruru/static";
import { ruruHTML } from "ruru/server";

const staticPath = "/graphiql/";

const welcome = `# Tidbok's graph, as a visitor sees it. Log in at /log-in in this browser, or put
# {"authorization": "Bearer …"} below under Headers, and more of it exists.
{
  policy { version title }
  collectedData { category description purposes }
}
`;

/** GraphiQL at `/graphiql`, with every file of it served from here: it works without the web. */
export function addGraphiql(app: FastifyInstance): void {
  const html = ruruHTML({
    endpoint: "/graphql",
    staticPath,
    htmlParts: { titleTag: "<title>Tidbok · GraphiQL</title>" },
    clientConfig: { defaultQuery: welcome },
  } as never);
  app.get("/graphiql", async (_, reply) => reply.type("text/html; charset=utf-8").send(html));
  app.get("/favicon.ico", async (_, reply) => reply.code(204).send());
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
