/** A server under measurement, from outside: start it, ask for its CPU time, kill it. Effects: processes. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export type ServerKind = "ours" | "hocuspocus" | "probe" | "bare";

export interface MeasuredServer {
  readonly port: number;
  /** CPU time of all its threads so far. Units: µs. */
  readonly cpu: () => Promise<number>;
  /** SIGKILL: it can finish nothing. */
  readonly kill: () => Promise<void>;
}

const numberIn = (message: unknown, key: string): number => {
  const value: unknown = typeof message === "object" && message !== null ? Reflect.get(message, key) : undefined;
  if (typeof value !== "number") throw new Error(`the server said ${JSON.stringify(message)}`);
  return value;
};

export async function startServer(kind: ServerKind, file: string): Promise<MeasuredServer> {
  const child = fork(join(import.meta.dirname, "relay-server.ts"), [kind, file], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const gone = once(child, "exit");
  const [first] = await Promise.race([
    once(child, "message"),
    gone.then((): never => {
      throw new Error(`${kind} did not start`);
    }),
  ]);
  return {
    port: numberIn(first, "port"),
    cpu: async () => {
      child.send("cpu");
      const [said] = await once(child, "message");
      return numberIn(said, "cpu");
    },
    kill: async () => {
      child.kill("SIGKILL");
      await gone;
    },
  };
}
