import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What an operation brought. */
export type Asked = {
  readonly query: string;
  readonly variables: Record<string, never>;
  readonly authorization: string | undefined;
};

/** An answer as JSON, or `drop` for a connection that breaks before the answer comes. */
export type Reply = object | "drop";

/** A server that speaks the graph's wire format, and answers what the test says; gives its address and what it was asked. */
export async function startGraph(answer: (asked: Asked) => Reply) {
  const asked: Asked[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const { query, variables } = JSON.parse(await textOf(request));
    const each = { query, variables, authorization: request.headers.authorization };
    asked.push(each);
    const reply = answer(each);
    if (reply === "drop") return request.socket.destroy();
    return response.setHeader("content-type", "application/json").end(JSON.stringify(reply));
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, asked };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}
