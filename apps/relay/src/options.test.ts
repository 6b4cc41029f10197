/** The command line and environment of the relay. */
import { expect, it } from "vitest";
import { readOptions } from "./options.ts";

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
