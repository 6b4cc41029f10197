/**
 * Cases in every round of the course, as archives a person takes in. Pure but for the clock.
 *
 * 1. Each is made by the commands of the app and nothing else: what stands on the board follows from what happened.
 */
import {
  apply,
  decide,
  emptyCase,
  fromMillis,
  id,
  toCaseFile,
  type Category,
  type CommandContext,
  type Id,
  type Instant,
} from "@recourse/core";
import { archiveBlob, planArchive } from "@recourse/dossier";
import { pack } from "@recourse/pack-cn";
import { letterRenderer } from "@recourse/words";
import type { GivenFile } from "./drive.ts";

const HOUR = 3_600_000;
const DAY = 24;
const start = Date.now();
/** Units: hours before now. */
const ago = (hours: number): Instant => fromMillis(start - hours * HOUR);

/** What happened: type, hours ago, facts. `channel` names the filing it belongs to. */
type Happened = readonly [type: string, hours: number, data: Readonly<Record<string, unknown>>];

interface Told {
  readonly title: string;
  readonly category: Category;
  readonly respondent: string;
  readonly number: string;
  /** Units: fen. */
  readonly paidFen: number;
  readonly happened: readonly Happened[];
  /** Doors that were gone through, with their numbers. */
  readonly filings?: Readonly<Record<string, string | undefined>>;
}

const asked = (hours: number, periodHours: number): Happened => [
  "application.submitted",
  hours,
  { channel: "platform_form", periodHours },
];
const reminded = (letter: "reminder1" | "reminder2", hours: number, periodHours: number): Happened => [
  "demand.sent",
  hours,
  { channel: "platform_letter", letter, periodHours },
];
const filed = (channel: string, hours: number): Happened => ["filing.submitted", hours, { channel }];

/** By what they stand for; newest last. */
export const told = {
  fresh: {
    title: "健身直播课",
    category: "course",
    respondent: "某健康科技有限公司",
    number: "J-77",
    paidFen: 36_000,
    happened: [],
  },
  asked: {
    title: "在线课程",
    category: "course",
    respondent: "某教育",
    number: "K20261102",
    paidFen: 198_000,
    happened: [asked(41, 72)],
  },
  reminded: {
    title: "办公软件一年授权",
    category: "software",
    respondent: "某软件公司",
    number: "S-2026-1",
    paidFen: 59_900,
    happened: [asked(9 * DAY, 20 * DAY), reminded("reminder1", 5, 24)],
  },
  twice: {
    title: "音乐会员月付",
    category: "membership",
    respondent: "某音乐",
    number: "M-3",
    paidFen: 1_500,
    happened: [asked(20 * DAY, 24), reminded("reminder1", 12 * DAY, 24), reminded("reminder2", 6 * DAY, 240)],
  },
  filed: {
    title: "视频会员年卡",
    category: "membership",
    respondent: "某影视",
    number: "VIP-88213",
    paidFen: 22_800,
    happened: [
      asked(20 * DAY, 72),
      reminded("reminder1", 15 * DAY, 24),
      reminded("reminder2", 12 * DAY, 168),
      filed("samr_complaint", 3 * DAY),
      filed("payment_dispute", 2 * DAY),
    ],
    filings: { samr_complaint: "1101-2026-77120", payment_dispute: undefined },
  },
} as const satisfies Readonly<Record<string, Told>>;

/** The archive of a case, as it is handed over. Errors: throws when a command refuses. */
async function archiveOf(story: Told, n: number): Promise<GivenFile> {
  let made = 0;
  const mint = (): Id => id(`01M81G67ZJSZCNEJN${String(n)}${String((made += 1)).padStart(8, "0")}`);
  const context: CommandContext = { now: fromMillis(start), role: "owner", pack, render: letterRenderer, mint };
  let of = emptyCase(mint());
  const run = (command: string, data: Readonly<Record<string, unknown>>): Id => {
    const done = decide(of, command, data, context);
    if (!done.ok) throw new Error(`${command}: ${JSON.stringify(done.error)}`);
    of = apply(of, done.value).case;
    const [first] = done.value.flatMap((change) => (change.op === "put" || change.op === "append" ? [change.id] : []));
    return first ?? of.caseId;
  };
  const { title, category, respondent, number, paidFen, happened, filings = {} } = story;
  run("case.create", {
    title,
    category,
    lang: "zh-CN",
    purpose: "life",
    paidTo: "merchant",
    respondent: { id: mint(), name: respondent },
    order: { id: mint(), number, item: title, paidFen, orderedAt: ago(40 * DAY) },
  });
  const doors = new Map(
    Object.entries(filings).map(([channel, reference]) => [
      channel,
      run("filing.add", { id: mint(), channel, ...(reference === undefined ? {} : { reference }) }),
    ]),
  );
  for (const [type, hours, data] of happened) {
    const filing = doors.get(String(data["channel"]));
    run("event.append", {
      id: mint(),
      type,
      at: ago(hours),
      data: type.startsWith("filing.") ? { ...data, filing } : data,
    });
  }
  const plan = await planArchive({ title, caseFile: toCaseFile(of, ["cn@1"]), blobs: [], at: fromMillis(start) });
  if (!plan.ok) throw new Error(`no archive of ${title}`);
  const blob = archiveBlob(plan.value, new Map());
  if (!blob.ok) throw new Error(`no archive of ${title}`);
  const bytes = Buffer.from(await blob.value.arrayBuffer());
  return { name: plan.value.name, mimeType: "application/zip", buffer: bytes };
}

/** One archive for every case. */
export const archives = (): Promise<readonly GivenFile[]> =>
  Promise.all(Object.values(told).map((story, n) => archiveOf(story, n + 1)));
