/** The command line and environment of the relay. */
import { expect, it } from "vitest";
import { readOptions } from "./options.ts";
import { optionsLine } from "./start-fault.ts";

const port = (args: readonly string[], env: Readonly<Record<string, string>> = {}): number | string => {
  const read = readOptions(args, env);
  return read.ok ? read.options.port : read.error.kind;
};

it("[RL1] --port is stronger than PORT, and PORT than 4280", () => {
  expect(port(["--port", "5000"], { PORT: "6000" })).toBe(5000);
  expect(port(["--port=5000"])).toBe(5000);
  expect(port(["--", "--port", "5000"])).toBe(5000);
  expect(port([], { PORT: "6000" })).toBe(6000);
  expect(port([], { PORT: "" })).toBe(4280);
  expect(port([])).toBe(4280);
});

it("[RL1] what is no port is named", () => {
  expect(port(["--port", "65536"])).toBe("port");
  expect(port(["--port", "80a"])).toBe("port");
  expect(port([], { PORT: "-1" })).toBe("port");
  expect(port(["--prot", "80"])).toBe("usage");
});

it("[RL2] only this machine unless asked otherwise", () => {
  const plain = readOptions([], {});
  expect(plain.ok && plain.options.host).toBe("127.0.0.1");
  const open = readOptions(["--host", "0.0.0.0"], {});
  expect(open.ok && open.options.host).toBe("0.0.0.0");
});

it("[FR1] an origin is exactly what a browser calls one; a path or a slash at the end is named", () => {
  const read = readOptions(["--origin", "https://case.example", "--data", "cases.sqlite"], {});
  expect(read.ok && [read.options.origin, read.options.data]).toEqual(["https://case.example", "cases.sqlite"]);
  expect(port(["--origin", "https://case.example/"])).toBe("origin");
  expect(port([], { ORIGIN: "case.example" })).toBe("origin");
  expect(port([], { ORIGIN: "" })).toBe(4280);
});

it("[RL3] room for evidence is bytes, KiB, MiB or GiB; 1 GiB unless asked otherwise; what is no size is named", () => {
  const room = (args: readonly string[], env: Readonly<Record<string, string>> = {}): number | string => {
    const read = readOptions(args, env);
    return read.ok ? read.options.blobQuota : read.error.kind;
  };
  expect(room([])).toBe(1_073_741_824);
  expect(room(["--blob-quota", "500MiB"])).toBe(524_288_000);
  expect(room(["--blob-quota", "0"])).toBe(0);
  expect(room([], { BLOB_QUOTA: "2GiB" })).toBe(2_147_483_648);
  for (const bad of ["1GB", "-1", "1.5GiB", "", "99999999999999GiB"])
    expect(room([`--blob-quota=${bad}`])).toBe("blob_quota");
});

it("[RL3] --data is a file, or the address of a database; what only begins like one is named", () => {
  const data = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const read = readOptions(args, env);
    return read.ok ? [read.options.data, read.options.database] : read.error.kind;
  };
  expect(data([])).toEqual([undefined, undefined]);
  expect(data(["--data", "postgres.sqlite"])).toEqual(["postgres.sqlite", undefined]);
  const address = "postgres://recourse@localhost/recourse";
  expect(data(["--data", address])).toEqual([undefined, address]);
  expect(data(["--data=postgresql:///recourse?host=/run/postgresql"], { DATA: "a.sqlite" })).toEqual([
    undefined,
    "postgresql:///recourse?host=/run/postgresql",
  ]);
  // In the environment it may have a password.
  expect(data([], { DATA: "postgres://recourse:word@localhost/recourse" })).toEqual([
    undefined,
    "postgres://recourse:word@localhost/recourse",
  ]);
  expect(data(["--data", "a.sqlite"], { DATA: address })).toEqual(["a.sqlite", undefined]);
  expect(data(["--data", "postgres://recourse@/recourse?host=/run/postgresql"])).toEqual([
    undefined,
    "postgres://recourse@/recourse?host=/run/postgresql",
  ]);
  expect(data(["--data", "postgres://recourse@localhost:port/recourse"])).toBe("database");
  expect(data([], { DATA: "postgres://recourse:100%@localhost/recourse" })).toBe("database");
});

it("[RL3, I9] a password on the command line is refused, and no error says one", () => {
  const told = (args: readonly string[], env: Readonly<Record<string, string>> = {}): string => {
    const read = readOptions(args, env);
    return read.ok ? "" : `${read.error.kind}: ${optionsLine(read.error)}`;
  };
  const secret = "tuna fish";
  const address = `postgres://recourse:${secret}@localhost/recourse`;
  expect(told(["--data", address])).toMatch(/^password: .*PGPASSWORD/);
  expect(told(["--data", "postgres://recourse:tuna@/recourse"])).toMatch(/^password:/);
  expect(told(["--data", "postgres://localhost/recourse?password=tuna"])).toMatch(/^password:/);
  expect(told(["--dta", address, "--port", "1"])).toBe(
    `usage: Not understood: "--dta postgres://… --port 1". ${optionsLine({ kind: "usage", given: "" }).split(". ")[1]}`,
  );
  const wrong = [
    told([`--data=${address}:x`]),
    told(["--port", address]),
    told(["--origin", address]),
    told(["--trust-proxy", address]),
    told(["--blob-quota", address]),
    told([], { DATA: `postgres://recourse:${secret}@:x/` }),
    told([], { PORT: address }),
    told([address]),
  ];
  expect(wrong.map((line) => line.split(":")[0])).toEqual([
    "password",
    "port",
    "origin",
    "proxies",
    "blob_quota",
    "database",
    "port",
    "usage",
  ]);
  for (const line of wrong) expect(line).not.toMatch(/tuna|fish/);
});

it("[RL3] no proxy is believed unless asked for, and then so many", () => {
  const proxies = (args: readonly string[], env: Readonly<Record<string, string>> = {}): number | string => {
    const read = readOptions(args, env);
    return read.ok ? read.options.proxies : read.error.kind;
  };
  expect(proxies([])).toBe(0);
  expect(proxies([], { TRUST_PROXY: "" })).toBe(0);
  expect(proxies(["--trust-proxy", "1"], { TRUST_PROXY: "2" })).toBe(1);
  expect(proxies([], { TRUST_PROXY: "2" })).toBe(2);
  for (const bad of ["yes", "-1", "1.5", "", "100", "127.0.0.1"])
    expect(proxies([`--trust-proxy=${bad}`])).toBe("proxies");
});
