/** The relay's command line and environment. Pure. */
import { parseArgs } from "node:util";

/** Where to listen. Units: `port` is a TCP port; 0 lets the system choose. */
export type RelayOptions = { readonly host: string; readonly port: number };

/** What was wrong with the options; `given` is what the person typed. */
export type OptionsError =
  | { readonly kind: "port"; readonly given: string }
  | { readonly kind: "usage"; readonly given: string };

/** Options, or what was wrong with them. */
export type OptionsResult =
  | { readonly ok: true; readonly options: RelayOptions }
  | { readonly ok: false; readonly error: OptionsError };

const DEFAULT_PORT = "4280";

/** Only this machine: the app is one person's case board until they choose otherwise. */
const DEFAULT_HOST = "127.0.0.1";

const LAST_PORT = 65_535;

/**
 * Reads `--port` and `--host`, then PORT and HOST, then the defaults.
 * Errors: `port` when it is no whole number from 0 to 65535; `usage` for anything unknown.
 */
export const readOptions = (
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): OptionsResult => {
  // `pnpm start -- --port 5000` hands the two dashes on.
  const own = args.filter((argument) => argument !== "--");
  try {
    const { values } = parseArgs({ args: own, options: { port: { type: "string" }, host: { type: "string" } } });
    const port = values.port ?? (env["PORT"] || DEFAULT_PORT);
    if (!/^\d{1,5}$/.test(port) || Number(port) > LAST_PORT) return { ok: false, error: { kind: "port", given: port } };
    return { ok: true, options: { host: values.host ?? (env["HOST"] || DEFAULT_HOST), port: Number(port) } };
  } catch {
    return { ok: false, error: { kind: "usage", given: own.join(" ") } };
  }
};
