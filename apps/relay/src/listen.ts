/** Opening the port: the wanted one, or the next that is free. Effects: sockets. */
import { type Server } from "node:http";
import { type RelayOptions } from "./options.ts";

/** How many ports are tried before giving up: more neighbours than this are not an accident. */
const TRIES = 100;

/** The port in use, or why none could be opened. `code` is Node's error code. */
export type ListenResult =
  | { readonly ok: true; readonly port: number }
  | { readonly ok: false; readonly error: { readonly kind: "no_port"; readonly code: string } };

const tryPort = (server: Server, host: string, port: number): Promise<ListenResult> =>
  new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      server.off("listening", opened);
      resolve({ ok: false, error: { kind: "no_port", code: error.code ?? "unknown" } });
    };
    const opened = (): void => {
      server.off("error", failed);
      const address = server.address();
      resolve({ ok: true, port: typeof address === "object" && address !== null ? address.port : port });
    };
    server.once("error", failed);
    server.once("listening", opened);
    server.listen({ host, port, exclusive: true });
  });

/**
 * Listens on the wanted port; when another program has it, on the next free one.
 * Errors: `no_port` with the last reason, at once when it is something other than a taken port.
 */
export const listen = async (
  server: Server,
  { host, port }: Pick<RelayOptions, "host" | "port">,
): Promise<ListenResult> => {
  let result = await tryPort(server, host, port);
  for (
    let next = port + 1;
    !result.ok && result.error.code === "EADDRINUSE" && next <= Math.min(port + TRIES, 65_535);
    next += 1
  ) {
    result = await tryPort(server, host, next);
  }
  return result;
};
