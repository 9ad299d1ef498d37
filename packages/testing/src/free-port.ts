import { once } from "node:events";
import { createServer } from "node:net";

// Below the ports that Linux (32768 on), macOS and Windows (49152 on) give to outgoing connections: a port from there
// may be gone before its server starts, or while a server starts anew.
const lowest = 15_000;
const highest = 32_000;

/** A TCP port on 127.0.0.1 on which nothing listens, and which no outgoing connection will take. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") return false;
    throw error;
  }
  server.close();
  await once(server, "close");
  return true;
}
