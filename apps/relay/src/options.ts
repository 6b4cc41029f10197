/** The relay's command line and environment. Pure. */
import { parseArgs } from "node:util";

/**
 * Where to listen. Units: `port` is a TCP port; 0 lets the system choose. `data`: file of the sealed records, the default when undefined.
 * `origin`: what browsers call the app, where a proxy stands before the relay. `blobQuota`: bytes of sealed evidence that one case may have; 0 for none.
 * `site`: folder of the built web app.
 */
export type RelayOptions = {
  readonly host: string;
  readonly port: number;
  readonly data: string | undefined;
  readonly origin: string | undefined;
  readonly blobQuota: number;
  readonly site: string | undefined;
};

/** What was wrong with the options; `given` is what the person typed. */
export type OptionsError =
  | { readonly kind: "port"; readonly given: string }
  | { readonly kind: "origin"; readonly given: string }
  | { readonly kind: "blob_quota"; readonly given: string }
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

/**
 * Reads `--port`, `--host`, `--data`, `--origin`, `--blob-quota` and `--site`, then PORT, HOST, DATA, ORIGIN and BLOB_QUOTA, then the defaults.
 * Errors: `port` when it is no whole number from 0 to 65535; `origin` when it is none, e.g. with a path; `blob_quota` when it is no size; `usage` for
 * anything unknown.
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
        "blob-quota": { type: "string" },
        site: { type: "string" },
      },
    });
    const port = values.port ?? (env["PORT"] || DEFAULT_PORT);
    if (!/^\d{1,5}$/.test(port) || Number(port) > LAST_PORT) return { ok: false, error: { kind: "port", given: port } };
    const origin = values.origin ?? (env["ORIGIN"] || undefined);
    if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).origin !== origin))
      return { ok: false, error: { kind: "origin", given: origin } };
    const quota = values["blob-quota"] ?? (env["BLOB_QUOTA"] || DEFAULT_BLOB_QUOTA);
    const blobQuota = sizeOf(quota);
    if (blobQuota === undefined) return { ok: false, error: { kind: "blob_quota", given: quota } };
    const data = values.data ?? (env["DATA"] || undefined);
    return {
      ok: true,
      options: {
        host: values.host ?? (env["HOST"] || DEFAULT_HOST),
        port: Number(port),
        data,
        origin,
        blobQuota,
        site: values.site,
      },
    };
  } catch {
    return { ok: false, error: { kind: "usage", given: own.join(" ") } };
  }
};
