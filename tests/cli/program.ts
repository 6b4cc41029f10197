/**
 * The real command line as its own process, in a folder of its own, and what its answers look like.
 *
 * 1. Nothing of the caller's environment decides an answer: language, folder and colours are set here.
 * 2. Compiled code is kept between runs, because a journey starts the program many times.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const MAIN = join(ROOT, "apps/cli/src/main.ts");
const SAMPLES = join(ROOT, "packages/intake/samples");

/** The exports a new user has: the files of the intake samples. */
export const samples = {
  alipay: join(SAMPLES, "支付宝_手机端_电子客户回单_GB18030.csv"),
  alipayWeb: join(SAMPLES, "支付宝_网页端_交易记录明细_GB18030.txt"),
  followers: join(SAMPLES, "粉丝数时间序列.csv"),
  accounts: join(SAMPLES, "粉丝列表抽样.csv"),
  qq: join(SAMPLES, "QQ_消息记录.txt"),
  chatWindow: join(SAMPLES, "客服窗口复制.txt"),
  wechatXlsx: join(SAMPLES, "微信支付账单.xlsx"),
} as const;

export interface Answer {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Said {
  readonly code: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly refs: readonly string[];
  readonly text: string;
}

export interface ElementJson {
  readonly id: string;
  readonly verdict: "none" | "weak" | "ok";
  readonly exhibits: readonly string[];
  readonly why: readonly Said[];
  readonly missing: readonly Said[];
}

export interface GroundJson {
  readonly id: string;
  readonly kind: string;
  readonly source: { readonly type: string; readonly ref?: string; readonly provisions?: readonly string[] };
  readonly verdict: "met" | "not_met" | "unknown";
  readonly because: readonly Said[];
  readonly missing: readonly Said[];
  readonly elements: readonly ElementJson[];
}

export interface ProblemJson {
  readonly code: string;
  readonly severity: "block" | "warn" | "info";
  readonly target: string;
  readonly message: string;
  readonly fixes: readonly {
    readonly title: string;
    readonly command: string;
    readonly data: Readonly<Record<string, unknown>>;
    readonly preferred?: boolean;
  }[];
}

/** `recourse assess --json`. */
export interface AssessmentJson {
  readonly format: number;
  readonly now: string;
  readonly case: string;
  readonly grounds: readonly GroundJson[];
  readonly elements: readonly ElementJson[];
  readonly closed: boolean;
  readonly next: { readonly code: string; readonly text: string; readonly action: { readonly command: string } };
  readonly problems: readonly ProblemJson[];
  readonly round: string;
  readonly turn: string;
  readonly deadlines: readonly {
    readonly id: string;
    readonly due: string;
    readonly owner: string;
    readonly basis: readonly string[];
    readonly provisional: boolean;
  }[];
  readonly notices: readonly { readonly code: string }[];
  readonly demand: {
    readonly claimFen?: number;
    readonly either?: readonly number[];
    readonly paidFen: number;
    readonly refundedFen: number;
  };
}

/** One entry of `recourse add --json`. */
export interface AddedJson {
  readonly file: string;
  readonly exhibit: string;
  readonly status: string;
  readonly recognised: string;
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly file: string;
    readonly args: Readonly<Record<string, unknown>>;
    readonly fix: string;
  }[];
  readonly otherRows: number;
}

type Record_ = Readonly<Record<string, unknown>>;
/** `case.json` as it lies on disk. */
export interface CaseJson {
  readonly version: number;
  readonly caseId: string;
  readonly records: Readonly<Record<string, Readonly<Record<string, Record_>>>>;
  readonly removed: readonly string[];
}

const compiled = join(tmpdir(), "recourse-test-compile-cache");

/** No run takes longer; a registry that does not answer must not hold up the tests. */
const RUN_LIMIT_MS = 60_000;

/** Runs any program to its end and keeps what it says. Errors: rejects when it cannot be started. */
export const runs = (command: string, args: readonly string[], cwd: string, input = ""): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { INIT_CWD: _caller, NODE_OPTIONS: _options, ...env } = process.env;
    const child = spawn(command, args, {
      cwd,
      env: { ...env, RECOURSE_LANG: "zh-CN", NO_COLOR: "1", NODE_COMPILE_CACHE: compiled },
      timeout: RUN_LIMIT_MS,
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (piece: Buffer) => out.push(piece));
    child.stderr.on("data", (piece: Buffer) => err.push(piece));
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
    // A program that never reads may be gone before the end is written.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });

/** Whether a program of this machine answers at all. */
export const isThere = (command: string, args: readonly string[]): Promise<boolean> =>
  runs(command, args, tmpdir()).then(
    ({ code }) => code === 0,
    () => false,
  );

/** A folder of a person at work, with the program at hand. */
export interface Desk {
  readonly dir: string;
  readonly at: (...parts: readonly string[]) => string;
  readonly recourse: (...args: readonly string[]) => Promise<Answer>;
  /** Exit code 0 wanted. Errors: throws with what the program said. */
  readonly done: (...args: readonly string[]) => Promise<string>;
  /** `recourse do`, with the changes it printed. */
  readonly command: (
    name: string,
    data: Record_,
  ) => Promise<readonly { readonly id: string; readonly kind: string; readonly op: string }[]>;
  readonly assess: (now?: string) => Promise<AssessmentJson>;
  readonly add: (
    ...args: readonly string[]
  ) => Promise<{ readonly code: number | null; readonly added: readonly AddedJson[]; readonly err: string }>;
  readonly caseFile: () => Promise<CaseJson>;
  readonly write: (name: string, content: string | Uint8Array) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** The case of every desk lies in its folder `c`. */
export const CASE = "c";
/** When the journeys look at their case: four days after the last reading. */
export const NOW = "2024-05-08T12:00:00+08:00";

/** A fresh temporary folder; the caller closes it. */
export async function openDesk(): Promise<Desk> {
  const dir = await mkdtemp(join(tmpdir(), "recourse-cli-"));
  const at = (...parts: readonly string[]): string => join(dir, ...parts);
  const recourse = (...args: readonly string[]): Promise<Answer> => runs(process.execPath, [MAIN, ...args], dir);
  const done = async (...args: readonly string[]): Promise<string> => {
    const { code, out, err } = await recourse(...args);
    if (code !== 0) throw new Error(`recourse ${args.join(" ")}: exit ${String(code)}\n${err}${out}`);
    return out;
  };
  return {
    dir,
    at,
    recourse,
    done,
    command: async (name, data) => JSON.parse(await done("do", CASE, name, "--data", JSON.stringify(data))),
    assess: async (now = NOW) => JSON.parse(await done("assess", CASE, "--now", now, "--json")),
    add: async (...args) => {
      const { code, out, err } = await recourse("add", CASE, "--json", ...args);
      return { code, added: out === "" ? [] : JSON.parse(out), err };
    },
    caseFile: async () => JSON.parse(await readFile(at(CASE, "case.json"), "utf8")),
    write: async (name, content) => {
      await writeFile(at(name), content);
      return at(name);
    },
    close: () => rm(dir, { recursive: true, force: true }),
  };
}

/** The guide's order: 1,000 followers for 100.00 yuan, paid on 1 May 2024 at 10:02:31. */
export const guideOrder = [
  "--title",
  "1000真实粉丝包月",
  "--category",
  "engagement",
  "--respondent",
  "某某网络科技工作室",
  "--order",
  "20240501001",
  "--paid",
  "100",
  "--ordered-at",
  "2024-05-01T10:02:31+08:00",
  "--purpose",
  "life",
] as const;

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Name → SHA-256 of every file below a folder. */
export async function hashesIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((f) => f.isFile());
  const each = files.map(async (f) => {
    const path = join(f.parentPath, f.name);
    return [path.slice(folder.length + 1), sha256(await readFile(path))] as const;
  });
  return Object.fromEntries((await Promise.all(each)).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
