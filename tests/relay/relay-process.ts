/** A relay as a process of its own, on a free port of this machine, with its file in a folder that goes away. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

export type RelayProcess = {
  readonly port: number;
  readonly child: ChildProcess;
  /** Everything it has printed. */
  readonly printed: () => string;
  readonly gone: Promise<unknown>;
};

export type RelayPlace = {
  readonly file: string;
  readonly site: string;
  readonly remove: () => Promise<void>;
};

/** A folder for the file of a relay and a page to serve. */
export const relayPlace = async (): Promise<RelayPlace> => {
  const folder = await mkdtemp(join(tmpdir(), "recourse-relay-run-"));
  await writeFile(join(folder, "index.html"), "<!doctype html><title>x</title>");
  return {
    file: join(folder, "relay.sqlite"),
    site: folder,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};

const started = async (child: ChildProcess, portIn: (line: string) => string | undefined): Promise<RelayProcess> => {
  let text = "";
  const gone = once(child, "exit");
  const port = await new Promise<number>((answer, fail) => {
    const hear = (chunk: unknown): void => {
      text += String(chunk);
      const found = text
        .split("\n")
        .slice(0, -1)
        .map(portIn)
        .find((each) => each !== undefined);
      if (found !== undefined) answer(Number(found));
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", () => fail(new Error(`the relay ended: ${text}`)));
  });
  return { port, child, printed: () => text, gone };
};

/** A script under this Node; `under`: a program that starts it, with its arguments. */
const run = (script: readonly string[], under: readonly string[]): ChildProcess => {
  const [command = "", ...rest] = [...under, process.execPath, ...script];
  return spawn(command, rest, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
};

/** The program that `pnpm start` runs. */
export const startRelay = (place: RelayPlace, port = 0, under: readonly string[] = []): Promise<RelayProcess> =>
  started(
    run(["apps/relay/src/main.ts", "--port", String(port), "--data", place.file, "--site", place.site], under),
    (line) => /^http:\/\/localhost:(\d+)\/$/.exec(line)?.[1],
  );

/** The same conversations and store in a program that kills itself at a named point of its count-th commit. `early`: it acknowledges before it commits. */
export const startKilledRelay = (
  place: RelayPlace,
  port: number,
  point: "before" | "after" | "never",
  count: number,
  early = false,
  under: readonly string[] = [],
): Promise<RelayProcess> =>
  started(
    run(
      ["apps/relay/src/killed-relay.fixture.ts", place.file, String(port), point, String(count), early ? "early" : ""],
      under,
    ),
    (line) => /^(\d+)$/.exec(line)?.[1],
  );
