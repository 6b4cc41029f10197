/** The relay's command line and environment. Pure. */
import { parseArgs } from "node:util";

/**
 * Where to listen. Units: `port` is a TCP port; 0 lets the system choose. `data`: file of the sealed records, the default when undefined; `database`:
 * address of a PostgreSQL database instead, perhaps with a password: it is never shown.
 * `origin`: what browsers call the app, where a proxy stands before the relay. `proxies`: how many stand there and say in X-Forwarded-For whom they
 * serve. `blobQuota`: bytes of sealed evidence that one case may have; 0 for none.
 * `site`: folder of the built web app.
 */
export type RelayOptions = {
  readonly host: string;
  readonly port: number;
  readonly data: string | undefined;
  readonly database: string | undefined;
  readonly proxies: number;
  readonly origin: string | undefined;
  readonly blobQuota: number;
  readonly site: string | undefined;
};

/** What was wrong with the options; `given` is what the person typed, without the address of a database. `password`: one on the command line. */
export type OptionsError =
  | { readonly kind: "port"; readonly given: string }
  | { readonly kind: "origin"; readonly given: string }
  | { readonly kind: "blob_quota"; readonly given: string }
  | { readonly kind: "proxies"; readonly given: string }
  | { readonly kind: "database" }
  | { readonly kind: "password" }
  | { readonly kind: "usage"; readonly given: string };

/** Options, or what was wrong with them. */
export type OptionsResult =
  | { readonly ok: true; readonly options: RelayOptions }
  | { readonly ok: false; readonly error: OptionsError };

const DEFAULT_PORT = "4280";

/** Only this machine: the app is one person's case board until they choose otherwise. */
const DEFAULT_HOST = "127.0.0.1";

const LAST_PORT = 65_535;

const DEFAULT_BLOB_QUOTA = "1GiB";
const SIZES = new Map([
  ["", 1],
  ["KiB", 1024],
  ["MiB", 1024 ** 2],
  ["GiB", 1024 ** 3],
]);

/** `500MiB`, `1GiB`, or bytes. */
const sizeOf = (text: string): number | undefined => {
  const [, digits, unit = ""] = /^(\d{1,15})(KiB|MiB|GiB)?$/.exec(text) ?? [];
  const size = Number(digits) * (SIZES.get(unit) ?? 1);
  return digits === undefined || !Number.isSafeInteger(size) ? undefined : size;
};

const DATABASE = /^postgres(?:ql)?:\/\//;
/** The address of a database may hold a password, wherever it was typed. */
const shown = (text: string): string => text.replace(/(postgres(?:ql)?:\/\/).*/s, "$1…");

/** undefined when it is none. A user without a host (a socket of this machine) is more than other addresses may have. */
const parsed = (address: string): URL | undefined => {
  const whole = address.replace(/^(\w+:\/\/[^/@]+)@\//, "$1@localhost/");
  if (!URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  try {
    decodeURIComponent(url.username + url.password + url.pathname);
    return url;
  } catch {
    return undefined;
  }
};

/**
 * Reads `--port`, `--host`, `--data`, `--origin`, `--trust-proxy`, `--blob-quota` and `--site`, then PORT, HOST, DATA, ORIGIN, TRUST_PROXY and
 * BLOB_QUOTA, then the defaults.
 * Errors: `port` when it is no whole number from 0 to 65535; `origin` when it is none, e.g. with a path; `proxies` when it is no whole number below 100;
 * `blob_quota` when it is no size; `database` when `--data` begins like an address of one and is none; `password` when it has one on the command line;
 * `usage` for anything unknown.
 */
export const readOptions = (
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): OptionsResult => {
  // `pnpm start -- --port 5000` hands the two dashes on.
  const own = args.filter((argument) => argument !== "--");
  try {
    const { values } = parseArgs({
      args: own,
      options: {
        port: { type: "string" },
        host: { type: "string" },
        data: { type: "string" },
        origin: { type: "string" },
        "trust-proxy": { type: "string" },
        "blob-quota": { type: "string" },
        site: { type: "string" },
      },
    });
    const port = values.port ?? (env["PORT"] || DEFAULT_PORT);
    if (!/^\d{1,5}$/.test(port) || Number(port) > LAST_PORT)
      return { ok: false, error: { kind: "port", given: shown(port) } };
    const origin = values.origin ?? (env["ORIGIN"] || undefined);
    if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).origin !== origin))
      return { ok: false, error: { kind: "origin", given: shown(origin) } };
    const proxies = values["trust-proxy"] ?? (env["TRUST_PROXY"] || "0");
    if (!/^\d{1,2}$/.test(proxies)) return { ok: false, error: { kind: "proxies", given: shown(proxies) } };
    const quota = values["blob-quota"] ?? (env["BLOB_QUOTA"] || DEFAULT_BLOB_QUOTA);
    const blobQuota = sizeOf(quota);
    if (blobQuota === undefined) return { ok: false, error: { kind: "blob_quota", given: shown(quota) } };
    const data = values.data ?? (env["DATA"] || undefined);
    const isDatabase = data !== undefined && DATABASE.test(data);
    const url = isDatabase ? parsed(data) : undefined;
    if (isDatabase && url === undefined) return { ok: false, error: { kind: "database" } };
    // Whoever can list the programs of a machine reads their command lines.
    if (values.data !== undefined && url !== undefined && (url.password !== "" || url.searchParams.has("password")))
      return { ok: false, error: { kind: "password" } };
    return {
      ok: true,
      options: {
        host: values.host ?? (env["HOST"] || DEFAULT_HOST),
        port: Number(port),
        data: isDatabase ? undefined : data,
        database: isDatabase ? data : undefined,
        proxies: Number(proxies),
        origin,
        blobQuota,
        site: values.site,
      },
    };
  } catch {
    return { ok: false, error: { kind: "usage", given: own.map(shown).join(" ") } };
  }
};
