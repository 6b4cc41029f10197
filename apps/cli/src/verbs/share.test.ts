/**
 * `recourse share` and `recourse log verify` on real files in real folders: alice's case, founded and written with real keys, bob who has it from her.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { CaseFileSchema, emptyCase, fromMillis, id, toCaseFile, type CaseFile, type Lang } from "@recourse/core";
import { caseFileFromDoc, createDoc, createManualScheduler } from "@recourse/sync";
import { pbkdf2, shareOf, writeBackup, writeRecovery, writeShare } from "@recourse/sync/casebox";
import {
  carryOver,
  createMemoryLogRows,
  createMemoryLogStore,
  createMemorySessionLock,
  createSealer,
  deviceKeysOf,
  encodeLogFile,
  openLogSession,
  type LogCaseId,
} from "@recourse/sync/log";
import { run } from "../run.ts";

const CASE = id("0123456789abcdef0123456789abcdef");
const PASSPHRASE = "7k2mq-x04hd-9vw3t-c8jzn";
const recordedAt = "2024-05-01T02:02:31.000Z";
const caseFile = (title: string): CaseFile => {
  const fields = { title, category: "engagement", lang: "zh-CN", purpose: "life", paidTo: "unknown", recordedAt };
  return { ...toCaseFile(emptyCase(CASE), ["cn@1"]), records: { case: { [CASE]: fields } } };
};

interface Shared {
  readonly caseId: LogCaseId;
  /** What alice had when bob got his copy, and what she had later. */
  readonly early: readonly Uint8Array[];
  readonly late: readonly Uint8Array[];
  readonly share: Uint8Array;
  readonly backup: Uint8Array;
  readonly recovery: Uint8Array;
  /** The case as she sees it at the end. */
  readonly shown: CaseFile;
}
/** alice founds a case from a file, and then renames it. */
async function founded(seed: number, title: string): Promise<Shared> {
  const device = await deviceKeysOf(new Uint8Array(32).fill(seed));
  const recoverySeed = new Uint8Array(32).fill(seed + 1);
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const ports = { device, sealer: createSealer(), random, now: () => 1_760_000_000_000 };
  const store = createMemoryLogStore(createMemoryLogRows(), true);
  const carried = await carryOver({ ...ports, store }, caseFile(title), await deviceKeysOf(recoverySeed.slice()));
  if (!carried.ok) throw new Error(carried.error.kind);
  const { caseId } = carried.value;
  const locks = createMemorySessionLock();
  const opened = await openLogSession({
    ...ports,
    caseId,
    store,
    locks,
    createDoc,
    scheduler: createManualScheduler(),
  });
  if (!opened.ok) throw new Error(opened.error.kind);
  const { log, keyring, doc, flush } = opened.value;
  const early = log.index.all().map(({ record }) => record.bytes);
  doc.get().getMap("case").set(`${CASE}/title`, `${title}, renamed`);
  const sealed = await flush();
  if (!sealed.ok) throw new Error(sealed.error.kind);
  const locking = { passphrase: PASSPHRASE, iterations: 600_000 };
  const secrets = { random, now: ports.now, derive: pbkdf2 };
  const backup = await writeBackup(secrets, { log, keyring, device: device.id, title }, locking);
  const recovery = await writeRecovery(secrets, { caseId, seed: recoverySeed, title }, locking);
  if (!backup.ok || !recovery.ok) throw new Error("not locked");
  return {
    caseId,
    early,
    late: log.index.all().map(({ record }) => record.bytes),
    share: await writeShare(log),
    backup: backup.value,
    recovery: recovery.value,
    shown: caseFileFromDoc(doc.get(), CASE, []),
  };
}

let mine: Shared;
let other: Shared;
beforeAll(async () => {
  mine = await founded(1, "1000 followers");
  other = await founded(3, "another");
});

let home: string;
let said: string;
let refused: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "recourse-share-"));
  said = "";
  refused = "";
});
afterEach(() => rm(home, { recursive: true }));

async function recourse(lang: Lang, ...args: readonly string[]): Promise<number> {
  said = "";
  refused = "";
  return run(args, {
    cwd: home,
    now: () => fromMillis(0),
    mint: () => id("0".repeat(32)),
    out: (text) => void (said += text),
    err: (text) => void (refused += text),
    readStdin: async () => "",
    lang,
  });
}
const at = (...parts: readonly string[]): string => join(home, ...parts);
const put = async (name: string, bytes: Uint8Array | string): Promise<void> => {
  await mkdir(join(at(name), ".."), { recursive: true });
  await writeFile(at(name), bytes);
};
const logOf = async (folder: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(at(folder, "sync", "log.casebox")));
const caseOf = async (folder: string): Promise<CaseFile> =>
  CaseFileSchema.parse(JSON.parse(await readFile(at(folder, "case.json"), "utf8")));
const flipped = (bytes: Uint8Array, place: number): Uint8Array => {
  const copy = new Uint8Array(bytes);
  copy[place] = (copy[place] ?? 0) ^ 1;
  return copy;
};
const titleIn = (file: CaseFile): unknown => Object.entries(file.records["case"] ?? {})[0]?.[1];

describe("export", () => {
  test("[FI1] a folder's log goes out as a share file that verifies, and comes into another folder as the same log", async () => {
    await put("a/sync/log.casebox", encodeLogFile(mine.late));
    expect(await recourse("en", "share", "export", "a", "out.casebox")).toBe(0);
    expect(said).toContain(`${mine.late.length} records, 0 of them waiting`);
    expect(new Uint8Array(await readFile(at("out.casebox")))).toEqual(mine.share);
    expect([await recourse("en", "log", "verify", "out.casebox"), said]).toEqual([
      0,
      `Intact: ${mine.late.length} records, 2 devices ever admitted, 0 records not counted since a removal.\n`,
    ]);
    expect(await recourse("en", "share", "import", "b", "out.casebox")).toBe(0);
    expect(await logOf("b")).toEqual(encodeLogFile(mine.late));
    expect(await recourse("en", "log", "verify", "b")).toBe(0);
    expect(await readdir(at("b"))).toEqual(["sync"]);
  });

  test("[FI1] a case without a log was never shared: exit 2, nothing written; a folder without a case is said to be none", async () => {
    await put("a/case.json", JSON.stringify(caseFile("x")));
    expect(await recourse("zh-CN", "share", "export", "a", "out.casebox")).toBe(2);
    expect(refused).toContain("还没有和别人共享过");
    expect(await recourse("en", "share", "export", "nowhere", "out.casebox")).toBe(2);
    expect(refused).toContain("there is no case here");
    expect(await readdir(home)).toEqual(["a"]);
  });

  test("[FI1, R5] a record with a flipped signature stays at home and is named: exit 1, and the file verifies", async () => {
    const last = mine.late.at(-1);
    if (last === undefined) throw new Error("no records");
    await put("a/sync/log.casebox", encodeLogFile([...mine.late.slice(0, -1), flipped(last, last.length - 1)]));
    expect(await recourse("en", "share", "export", "a", "out.casebox")).toBe(1);
    expect(said).toContain(`noise  #${mine.late.length - 1}  signature`);
    expect(await recourse("en", "log", "verify", "out.casebox")).toBe(0);
  });
});

describe("import", () => {
  test("[FI2, I1] what the folder lacks is added, what it has is known; the log verifies; once more nothing changes", async () => {
    await put("b/sync/log.casebox", encodeLogFile(mine.early));
    await put("b/notes.txt", "mine");
    await put("in.casebox", mine.share);
    expect(await recourse("en", "share", "import", "b", "in.casebox", "--json")).toBe(0);
    expect(JSON.parse(said)).toEqual({
      kind: "share",
      caseId: mine.caseId,
      added: mine.late.length - mine.early.length,
      known: mine.early.length,
      waiting: 0,
      refused: [],
      damage: [],
      log: { path: at("b", "sync", "log.casebox"), records: mine.late.length },
    });
    expect(await logOf("b")).toEqual(encodeLogFile(mine.late));
    expect(await recourse("en", "log", "verify", "b")).toBe(0);
    expect(await recourse("zh-CN", "share", "import", "b", "in.casebox")).toBe(0);
    expect(said).toContain(`新增 0 条，原来就有 ${mine.late.length} 条`);
    expect(await logOf("b")).toEqual(encodeLogFile(mine.late));
    expect((await readdir(at("b"))).toSorted()).toEqual(["notes.txt", "sync"]);
  });

  test("[FI2] a file of another case is refused, and so are a recovery file, a torn head and no casebox at all; the log stays as it was", async () => {
    await put("b/sync/log.casebox", encodeLogFile(mine.early));
    await put("other.casebox", other.share);
    await put("recovery.casebox", mine.recovery);
    await put("torn.casebox", mine.share.subarray(0, 30));
    await put("letter.casebox", "Dear sirs, I ask for my money back.");
    for (const [name, words] of [
      ["other", "this is of another case"],
      ["recovery", "this is a recovery file"],
      ["torn", "the file is not complete"],
      ["letter", "this is not a .casebox file"],
    ] as const) {
      expect(await recourse("en", "share", "import", "b", `${name}.casebox`)).toBe(2);
      expect(refused).toContain(words);
    }
    expect(await logOf("b")).toEqual(encodeLogFile(mine.early));
    expect(await readdir(at("b", "sync"))).toEqual(["log.casebox"]);
  });

  test("[FI2, FR4] records without their ancestor wait, and it is said; with the missing one they are in", async () => {
    const early = mine.early.slice(0, 1);
    const [, second, ...rest] = mine.late;
    if (second === undefined || rest.length === 0) throw new Error("too few records");
    await put("b/sync/log.casebox", encodeLogFile(early));
    await put("rest.casebox", await shareOf(mine.caseId, rest));
    expect(await recourse("en", "share", "import", "b", "rest.casebox")).toBe(0);
    expect(said).toContain(`0 new records, 0 known, ${rest.length} waiting`);
    expect(await logOf("b")).toEqual(encodeLogFile([...early, ...rest]));
    expect(await recourse("en", "log", "verify", "b")).toBe(1);
    await put("second.casebox", await shareOf(mine.caseId, [second]));
    expect(await recourse("en", "share", "import", "b", "second.casebox")).toBe(0);
    expect(await recourse("en", "log", "verify", "b")).toBe(0);
    expect(await logOf("b")).toEqual(encodeLogFile(mine.late));
  });

  test("[FI2, R5] noise is refused and named, damage too, exit 1; the rest is in. A damaged log at home is mended from the file and kept aside", async () => {
    const last = mine.late.at(-1);
    if (last === undefined) throw new Error("no records");
    await put("b/sync/log.casebox", encodeLogFile(mine.early).subarray(0, -3));
    await put("bad.casebox", flipped(mine.share, mine.share.length - 1));
    expect(await recourse("en", "share", "import", "b", "bad.casebox")).toBe(1);
    expect(said).toContain(`noise  #${mine.late.length - 1}  signature`);
    expect(said).toContain("altered  the records were changed");
    expect(await logOf("b")).toEqual(encodeLogFile(mine.late.slice(0, -1)));
    const names = await readdir(at("b", "sync"));
    expect(names.map((name) => name.replace(/[0-9a-f]{8}/, "…")).toSorted()).toEqual([
      "log.before-….casebox",
      "log.casebox",
    ]);
    await put("good.casebox", mine.share);
    expect(await recourse("en", "share", "import", "b", "good.casebox")).toBe(0);
    expect(await recourse("en", "log", "verify", "b")).toBe(0);
  });

  test("[FI2] the log of another folder is taken as a share file is", async () => {
    await put("a/sync/log.casebox", encodeLogFile(mine.late));
    expect(await recourse("en", "share", "import", "b", join("a", "sync", "log.casebox"))).toBe(0);
    expect(await logOf("b")).toEqual(encodeLogFile(mine.late));
  });
});

describe("import with a passphrase", () => {
  test("[FI3] a backup and its passphrase give case.json in an empty folder, as it was on the device", async () => {
    await put("backup.casebox", mine.backup);
    await put("words.txt", "7K2MQ X04HD 9VW3T C8JZN\n");
    const words = ["--passphrase-file", "words.txt"];
    expect(await recourse("en", "share", "import", "b", "backup.casebox", ...words)).toBe(0);
    expect(said).toContain("case.json was written from the records: 1 items. 0 more records");
    expect(await caseOf("b")).toEqual(mine.shown);
    expect(titleIn(await caseOf("b"))).toMatchObject({ title: "1000 followers, renamed", category: "engagement" });
    expect(await recourse("en", "log", "verify", "b")).toBe(0);
    expect((await readdir(at("b"))).toSorted()).toEqual(["case.json", "sync"]);
  });

  test("[FI3] in a folder with a case, records it alone has stay, unknown fields and packs stay, and what said otherwise is put aside", async () => {
    const local = caseFile("1000 followers");
    const note = { note: { [id("f".repeat(32))]: { text: "only here", recordedAt } } };
    const before = JSON.stringify({ ...local, records: { ...local.records, ...note }, extra: { of: "a newer app" } });
    await put("b/case.json", before);
    await put("b/originals/x.txt", "x");
    await put("backup.casebox", mine.backup);
    await put("words.txt", PASSPHRASE);
    expect(
      await recourse("zh-CN", "share", "import", "b", "backup.casebox", "--passphrase-file", "words.txt", "--json"),
    ).toBe(0);
    const { content } = JSON.parse(said);
    expect(await readFile(content.aside, "utf8")).toBe(before);
    const after = await caseOf("b");
    expect(titleIn(after)).toMatchObject({ title: "1000 followers, renamed" });
    expect(after).toMatchObject({ packs: ["cn@1"], extra: { of: "a newer app" }, records: note });
    expect(await readFile(at("b", "originals", "x.txt"), "utf8")).toBe("x");
    // The same once more says nothing else, so nothing is put aside.
    expect(
      await recourse("en", "share", "import", "b", "backup.casebox", "--passphrase-file", "words.txt", "--json"),
    ).toBe(0);
    expect(JSON.parse(said).content.aside).toBeUndefined();
    expect(await caseOf("b")).toEqual(after);
  });

  test("[FI3] a wrong passphrase, a file without one, the folder of another case, a broken case.json: refused, and nothing is written", async () => {
    await put("backup.casebox", mine.backup);
    await put("share.casebox", mine.share);
    await put("wrong.txt", "7k2mq-x04hd-9vw3t-c8jzm");
    await put("words.txt", PASSPHRASE);
    await put("b/case.json", JSON.stringify({ ...caseFile("x"), caseId: "f".repeat(32) }));
    await put("c/case.json", "{");
    for (const [folder, file, words, why] of [
      ["b", "backup", "wrong", "the passphrase is wrong"],
      ["b", "share", "words", "this file has no passphrase"],
      ["b", "backup", "words", "this is of another case"],
      ["c", "backup", "words", "cannot be read"],
    ] as const) {
      const args = ["share", "import", folder, `${file}.casebox`, "--passphrase-file", `${words}.txt`];
      expect(await recourse("en", ...args)).toBe(2);
      expect(refused).toContain(why);
    }
    expect([await readdir(at("b")), await readdir(at("c"))]).toEqual([["case.json"], ["case.json"]]);
  });

  test("[FI1] without a passphrase a backup is taken as a share file: the records, and no content", async () => {
    await put("backup.casebox", mine.backup);
    expect(await recourse("en", "share", "import", "b", "backup.casebox")).toBe(0);
    expect(await readdir(at("b"))).toEqual(["sync"]);
  });
});

test("[FI1] other words than export and import, and too few of them, are wrong usage", async () => {
  expect(await recourse("en", "share", "mail", "a", "b")).toBe(2);
  expect(refused).toContain("wrong usage");
  expect(await recourse("en", "share", "export", "a")).toBe(2);
  expect(await recourse("en", "share", "export", "a", "b", "--passphrase-file", "x")).toBe(2);
});
