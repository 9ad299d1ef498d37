import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A cable to a server that a test may cut, in the ways in which networks do. */
export type TcpProxy = {
  readonly port: number;
  /** The same URL by way of the proxy. */
  through(url: string): string;
  /** Ends each connection with a RST, as a firewall does. */
  reset(): void;
  /** Closes each connection in order. */
  cut(): void;
  /** From now on nothing passes and nothing is said: packets are lost without a RST. */
  fallSilent(): void;
  /** New connections pass again. Those from before stay lost, as after a route has changed. */
  comeBack(): void;
  close(): Promise<void>;
};

/** Forwards connections to a port of 127.0.0.1. */
export async function startTcpProxy(target: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let isSilent = false;
  const hold = (socket: Socket) => {
    sockets.add(socket);
    // Either side may go away at any time; the other side's `close` tells the test.
    socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
  };
  const server = createServer((inner) => {
    hold(inner);
    if (isSilent) return;
    const outer = connect(target, "127.0.0.1");
    hold(outer);
    inner.pipe(outer).pipe(inner);
    // A side that breaks, such as at a port where nothing listens, breaks the other.
    inner.on("close", () => isSilent || outer.destroy());
    outer.on("close", () => isSilent || inner.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const all = (act: (socket: Socket) => unknown) => [...sockets].forEach(act);
  return {
    port,
    through: (url) => {
      const changed = new URL(url);
      changed.port = String(port);
      return changed.href;
    },
    reset: () => all((socket) => socket.resetAndDestroy()),
    cut: () => all((socket) => socket.destroy()),
    fallSilent: () => {
      isSilent = true;
      all((socket) => socket.unpipe().pause());
    },
    comeBack: () => {
      isSilent = false;
    },
    close: async () => {
      server.close();
      all((socket) => socket.destroy());
      await once(server, "close");
    },
  };
}
