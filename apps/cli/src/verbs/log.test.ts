/** `recourse log verify` on a folder whose log was written a moment ago. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fromMillis, id } from "@recourse/core";
import { createSealer, deviceKeysOf, encodeLogFile, foundCase, sessionId } from "@recourse/sync/log";
import { run } from "../run.ts";

let folder: string;
let said: string;
let refused: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "recourse-log-"));
  await mkdir(join(folder, "sync"));
  said = "";
  refused = "";
});
afterEach(() => rm(folder, { recursive: true }));

const recourse = (...args: readonly string[]) =>
  run(args, {
    cwd: folder,
    now: () => fromMillis(0),
    mint: () => id("0".repeat(32)),
    out: (text) => void (said += text),
    err: (text) => void (refused += text),
    readStdin: async () => "",
    lang: "en",
  });
async function genesisBytes(): Promise<Uint8Array> {
  const device = await deviceKeysOf(new Uint8Array(32).fill(1));
  const recovery = await deviceKeysOf(new Uint8Array(32).fill(2));
  const ports = {
    device,
    sealer: createSealer(),
    random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
    now: () => 1,
  };
  return (await foundCase(ports, sessionId("00".repeat(8)), recovery)).genesis.bytes;
}
const put = (bytes: Uint8Array) => writeFile(join(folder, "sync", "log.casebox"), bytes);

test("[RL2, S2] an intact log exits 0 and says how much it holds; one with a flipped signature exits 1 and names the record", async () => {
  const bytes = await genesisBytes();
  await put(encodeLogFile([bytes]));
  expect([await recourse("log", "verify", "."), said]).toEqual([
    0,
    "Intact: 1 records, 2 devices ever admitted, 0 records not counted since a removal.\n",
  ]);
  said = "";
  const bad = new Uint8Array(bytes);
  bad[bad.length - 1] = (bad.at(-1) ?? 0) ^ 1;
  await put(encodeLogFile([bad]));
  expect([await recourse("log", "verify", "."), said]).toEqual([
    1,
    "noise  #0  no record, or its signature is wrong\n",
  ]);
  said = "";
  expect(await recourse("log", "verify", ".", "--json")).toBe(1);
  expect(JSON.parse(said)).toMatchObject({
    ok: false,
    records: 1,
    inForce: 0,
    findings: [{ code: "noise", record: 0, why: "signature" }],
  });
});

test("[RL2] a folder without a log, and another word than verify, are refused with exit 2", async () => {
  expect(await recourse("log", "verify", ".")).toBe(2);
  expect(refused).toContain("log.casebox");
  refused = "";
  expect(await recourse("log", "mend", ".")).toBe(2);
  expect(refused).toContain("wrong usage");
});
