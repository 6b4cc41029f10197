/** The bundle: its files, its lists, and that other people's programs read and check it. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ok, sha256 } from "@recourse/core";
import { bagBlob, writeBag, type BagPlan } from "./bag.ts";
import { bytesOf, plannedBag, sources } from "./bag.fixture.ts";
import { PackFault, type PackError } from "./zip-pack.ts";

const has = (program: string, flag: string): boolean => spawnSync(program, [flag]).status === 0;
const unzip = has("unzip", "-v");
const sha256sum = has("sha256sum", "--version");
const utf8 = { ...process.env, LC_ALL: "C.UTF-8" };

const textOf = (plan: BagPlan, path: string): string =>
  new TextDecoder().decode(plan.files.find((file) => file.path === path)?.bytes);

const NAMES = [
  "data/originals/20240501001-支付凭证.csv",
  "data/originals/20240501001-后台数据.png",
  "data/originals/20240501001-后台数据-2.png",
  "data/documents/20240501001-退款申请书.txt",
  "data/documents/20240501001-退款申请书.docx",
  "data/documents/20240501001-证据目录.docx",
  "data/index.html",
  "data/验证说明.txt",
];

async function failureOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<PackError | undefined> {
  try {
    await bytesOf(stream);
  } catch (thrown) {
    if (thrown instanceof PackFault) return thrown.error;
    throw thrown;
  }
  return undefined;
}

describe("planBag", () => {
  it("[F1] the files of a bundle, in order, and which exhibit each is", async () => {
    const { plan } = await plannedBag();
    expect(plan.name).toBe("20240501001-材料包.zip");
    expect(plan.files.map(({ path }) => path)).toEqual([
      "bagit.txt",
      "bag-info.txt",
      "manifest-sha256.txt",
      "tagmanifest-sha256.txt",
      ...NAMES,
    ]);
    expect(plan.files.map(({ exhibit }) => exhibit?.[0]).join("")).toBe("123");
  });

  it("[F1] without an order number", async () => {
    const { plan } = await plannedBag({ orderNo: "" });
    expect(plan.folder).toBe("无订单号-材料包");
    expect(plan.files.some(({ path }) => path === "data/originals/无订单号-支付凭证.csv")).toBe(true);
    expect(textOf(plan, "bag-info.txt")).not.toContain("External-Identifier");
  });

  it("[F1] bag-info counts the payload; a line break in the order number makes no new line", async () => {
    const { plan, input } = await plannedBag({ orderNo: "7\nPayload-Oxum: 0.0" });
    const payload = plan.files.filter(({ path }) => path.startsWith("data/"));
    const octets = payload.reduce((sum, { size }) => sum + size, 0);
    expect(textOf(plan, "bag-info.txt")).toBe(
      `External-Identifier: 7 Payload-Oxum: 0.0\nBagging-Date: 2024-05-08\nPayload-Oxum: ${octets}.${input.exhibits.length + 5}\nBag-Software-Agent: Recourse\n`,
    );
  });

  it("[F3] no path contains a percent sign, a control or a backslash", async () => {
    const { plan } = await plannedBag({ orderNo: "100%\u0007\\..\\x" });
    for (const { path } of plan.files) expect(path).not.toMatch(/[%\\\p{Cc}]|(?:^|\/)\.\.?(?:\/|$)/u);
  });

  it("[E8] says how many other rows packing a whole bill discloses", async () => {
    const { input } = await plannedBag();
    const exhibits = input.exhibits.map((each) =>
      each.number === 1 ? { ...each, otherRows: 37 } : { ...each, otherRows: 0 },
    );
    const { plan } = await plannedBag({ exhibits });
    expect(plan.disclosures).toEqual([{ exhibit: "1".repeat(32), path: NAMES[0], otherRows: 37 }]);
  });

  it("[S7] the page has no script, escapes what files are called, and links no page or program", async () => {
    const { input } = await plannedBag();
    const [first, second, third] = input.exhibits;
    if (first === undefined || second === undefined || third === undefined) throw new Error("fixture");
    const hostile = [
      { ...first, name: "<script>alert(1)</script>", shows: ["<img src=x onerror=alert(1)>"] },
      { ...second, mediaType: "text/html", name: "x.html" },
      { ...third, mediaType: "text/plain", name: "x.svg" },
    ];
    const { plan } = await plannedBag({ exhibits: hostile, orderNo: '1" onload="x' });
    const page = textOf(plan, "data/index.html");
    expect(page).not.toMatch(/<script|<img|onload="x/i);
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).toContain('<html lang="zh-CN">');
    const links = [...page.matchAll(/href="([^"]*)"/g)].map((m) => decodeURIComponent(m[1] ?? ""));
    // The letter as text and DOCX, the list, the one exhibit that is plain, the guide.
    expect(links).toHaveLength(5);
    expect(links.filter((path) => /\.(?:html|svg)$/.test(path))).toEqual([]);
    for (const path of links) expect(plan.files.some((file) => file.path === `data/${path}`)).toBe(true);
  });

  it("[L4] the guide says what equal fingerprints do not show", async () => {
    const guide = textOf((await plannedBag()).plan, "data/验证说明.txt");
    expect(guide).toContain("不证明内容真实，也不证明由谁制作");
    expect(guide).toContain("    sha256sum -c manifest-sha256.txt\n");
    expect(guide).toContain('certutil -hashfile "data\\originals\\20240501001-支付凭证.csv" SHA256');
    expect(textOf((await plannedBag({ lang: "en" })).plan, "data/验证说明.txt")).toContain(
      "shasum -a 256 -c manifest-sha256.txt",
    );
  });
});

describe("writeBag and bagBlob", () => {
  it("[F1] same input, same bytes: twice streamed, and as a Blob of parts", async () => {
    const [first, second] = [await plannedBag(), await plannedBag()];
    const one = await bytesOf(writeBag(first.plan, first.store));
    expect(await bytesOf(writeBag(second.plan, second.store))).toEqual(one);
    const blob = bagBlob(first.plan, first.blobs);
    expect(blob.ok && new Uint8Array(await blob.value.arrayBuffer())).toEqual(one);
    expect(one.length).toBe(first.plan.size);
    const later = await plannedBag({ orderNo: "20240501002" });
    expect(await bytesOf(writeBag(later.plan, later.store))).not.toEqual(one);
  });

  it("[F1] without a CRC-32 from the import the stream is the same, and the Blob says which file to read", async () => {
    const { plan, input, store } = await plannedBag();
    const unread = input.exhibits.map(({ crc32: _crc32, ...each }) => each);
    const other = await plannedBag({ exhibits: unread });
    expect(await bytesOf(writeBag(other.plan, other.store))).toEqual(await bytesOf(writeBag(plan, store)));
    const blob = bagBlob(other.plan, other.blobs);
    expect(blob).toEqual({
      ok: false,
      error: { kind: "unread_crc", paths: NAMES.slice(0, 3).map((path) => `20240501001-材料包/${path}`) },
    });
  });

  it("[E7] an original that is no longer what was imported is never packed", async () => {
    const { plan, store, input, blobs } = await plannedBag();
    const target = input.exhibits[1]?.sha256;
    const path = `20240501001-材料包/${NAMES[1]}`;
    const swap = (text: string) => ({
      get: async (hash: typeof target & string) => (hash === target ? ok(new Blob([text])) : store.get(hash)),
    });
    // The same length (12 bytes: C2 89, PNG, a space, 增加 of 3 each would differ), so only the hash tells.
    const same = "x".repeat(input.exhibits[1]?.size ?? 0);
    expect(await failureOf(writeBag(plan, swap(same)))).toEqual({ kind: "altered", path, sha256: target });
    expect(await failureOf(writeBag(plan, swap("short")))).toEqual({ kind: "altered", path, sha256: target });
    if (target === undefined) throw new Error("fixture");
    expect(bagBlob(plan, new Map([...blobs, [target, new Blob(["short"])]]))).toEqual({
      ok: false,
      error: { kind: "altered", path, sha256: target },
    });
  });

  it("[E7] a missing original is named", async () => {
    const { plan, store, input } = await plannedBag();
    const gone = input.exhibits[2]?.sha256 ?? sha256("0".repeat(64));
    await store.remove(gone);
    const error = { kind: "missing", path: `20240501001-材料包/${NAMES[2]}`, sha256: gone };
    expect(await failureOf(writeBag(plan, store))).toEqual(error);
    expect(bagBlob(plan, new Map())).toMatchObject({ ok: false, error: { kind: "missing" } });
  });

  it("[F1] progress counts up to the whole, and an abort ends the stream", async () => {
    const { plan, store } = await plannedBag();
    const seen: number[] = [];
    await bytesOf(writeBag(plan, store, { onProgress: ({ done }) => seen.push(done) }));
    expect(seen.at(-1)).toBe(plan.size);
    expect(seen.toSorted((a, b) => a - b)).toEqual(seen);
    const stop = new AbortController();
    const stopped = writeBag(plan, store, { signal: stop.signal, onProgress: () => stop.abort() });
    expect(await failureOf(stopped)).toEqual({ kind: "aborted" });
  });

  it("[F1] an empty original is packed too", async () => {
    const { store, input } = await plannedBag();
    const put = await store.put({ bytes: new Blob([]) });
    const [first] = input.exhibits;
    if (!put.ok || first === undefined) throw new Error("fixture");
    const { plan } = await plannedBag({ exhibits: [{ ...first, ...put.value }] });
    expect(await bytesOf(writeBag(plan, store))).toHaveLength(plan.size);
  });

  it.skipIf(!unzip || !sha256sum)(
    `[R5] unzip and sha256sum agree, and Chinese names survive${unzip && sha256sum ? "" : " SKIPPED: unzip or sha256sum is not installed"}`,
    async () => {
      const { plan, store } = await plannedBag();
      const folder = mkdtempSync(join(tmpdir(), "bag-"));
      try {
        const zip = join(folder, "bag.zip");
        writeFileSync(zip, await bytesOf(writeBag(plan, store)));
        expect(execFileSync("unzip", ["-tq", zip], { encoding: "utf8", env: utf8 })).toContain("No errors detected");
        execFileSync("unzip", ["-q", zip, "-d", folder], { env: utf8 });
        const root = join(folder, "20240501001-材料包");
        expect(readdirSync(join(root, "data/originals")).toSorted()).toEqual(
          NAMES.slice(0, 3)
            .map((path) => path.slice("data/originals/".length))
            .toSorted(),
        );
        expect(readFileSync(join(root, NAMES[0] ?? ""), "utf8")).toBe(sources[0].text);
        for (const list of ["manifest-sha256.txt", "tagmanifest-sha256.txt"]) {
          const said = execFileSync("sha256sum", ["-c", list], { cwd: root, encoding: "utf8", env: utf8 })
            .trim()
            .split("\n");
          expect(said.every((line) => line.endsWith(": OK"))).toBe(true);
          expect(said).toHaveLength(list === "manifest-sha256.txt" ? NAMES.length : 3);
        }
        writeFileSync(join(root, NAMES[2] ?? ""), "changed");
        const failed = spawnSync("sha256sum", ["-c", "manifest-sha256.txt"], {
          cwd: root,
          encoding: "utf8",
          env: utf8,
        });
        expect(failed.status).not.toBe(0);
        expect(failed.stdout).toContain(`${NAMES[2]}: FAILED`);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});
