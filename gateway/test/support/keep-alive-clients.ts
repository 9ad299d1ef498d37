import { once } from "node:events";
import { Agent, request } from "node:http";

/** What clients got: how many answers were whole, how many of them ended their connection, and what went wrong. */
export type Got = {
  readonly whole: number;
  readonly closing: number;
  readonly failures: readonly string[];
};

/** Clients that each send an operation again and again over one connection, until they are told to stop. */
export function startClients(
  count: number,
  to: { readonly url: string; readonly query: string; readonly token?: string },
) {
  const failures: string[] = [];
  let whole = 0;
  let closing = 0;
  let isStopped = false;
  async function send(agent: Agent): Promise<void> {
    const sent = request(to.url, {
      agent,
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(to.token !== undefined && { authorization: `Bearer ${to.token}` }),
      },
    });
    sent.end(JSON.stringify({ query: to.query }));
    const [response] = (await once(sent, "response")) as [import("node:http").IncomingMessage];
    let text = "";
    for await (const chunk of response) text += String(chunk);
    if (response.statusCode !== 200 || text.includes('"errors"')) {
      throw new Error(`${response.statusCode} ${text}`);
    }
    whole += 1;
    if (response.headers.connection === "close") closing += 1;
  }
  const clients = Array.from({ length: count }, async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (!isStopped) await send(agent).catch((error: unknown) => failures.push(String(error)));
    agent.destroy();
  });
  return {
    sofar: (): Got => ({ whole, closing, failures }),
    stop: async (): Promise<Got> => {
      isStopped = true;
      await Promise.all(clients);
      return { whole, closing, failures };
    },
  };
}
