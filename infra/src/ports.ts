import { createServer } from "node:net";

// Below the ports that Linux (32768 on), macOS and Windows (49152 on) give to outgoing connections: a port from there
// may be gone before its server starts, or while a server starts anew.
const lowest = 15_000;
const highest = 32_000;

/** A TCP port of this machine on which nothing listens, and which no outgoing connection will take. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (!(await isBusy(port))) return port;
  }
}

// A browser that is asked for localhost takes either.
const loopback = ["127.0.0.1", "::1"];

/** Whether something already listens on the port, on either address of this machine. */
export async function isBusy(port: number): Promise<boolean> {
  const answers = await Promise.all(loopback.map((host) => isBusyAt(host, port)));
  return answers.includes(true);
}

// A machine without IPv6 has one of the two addresses.
const absent = new Set(["EADDRNOTAVAIL", "EAFNOSUPPORT"]);

function isBusyAt(host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(true);
      else if (absent.has(error.code ?? "")) resolve(false);
      else reject(error);
    });
    server.listen(port, host, () => server.close(() => resolve(false)));
  });
}
