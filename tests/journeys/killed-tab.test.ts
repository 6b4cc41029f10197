/**
 * Killed at any moment: what was on the screen while the status said 已存在这台设备 is there after the next start (A7).
 *
 * 1. Where the kills fall comes from a seed, which is printed; RECOURSE_SEED=<number> repeats a run.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { serve, type Served } from "../../scripts/served-app.ts";
import { startOn, type OwnBrowser } from "./browser-process.ts";
import {
  addFiles,
  addPromise,
  answerNotice,
  button,
  captureClause,
  handAt,
  leaveOut,
  markSent,
  named,
  newCase,
  openApp,
  openCase,
  openLetter,
  paper,
  rewrite,
  saved,
  section,
  seen,
  sentence,
  sentPaper,
  type Hand,
} from "./drive.ts";
import { guideCase, promise, samples, startClause } from "./guide-case.ts";
import { numbers, SEED } from "./seed.ts";
import { createWitness, shownNow, type Frame } from "./witness.ts";

/** Of the steps below, so many are cut short. */
const KILLS = 7;
/** Units: milliseconds; the longest step takes about as long. */
const LONGEST = 1_200;

const REWRITTEN = "本人付了100.00元，订单号20240501001。";

interface Step {
  readonly name: string;
  readonly done: (hand: Hand) => Promise<boolean>;
  readonly run: (hand: Hand) => Promise<void>;
  /** Done with the letter in view. */
  readonly letter?: boolean;
  /** What it takes off the screen. */
  readonly takes?: (name: string, words: string) => boolean;
}

const there = (hand: Hand, code: string, text: string): Promise<boolean> =>
  section(hand, code).getByText(text).first().isVisible();
const filed = (name: string) => (hand: Hand) => there(hand, "screen.case.exhibits", name);

const steps: readonly Step[] = [
  {
    name: "new case",
    done: ({ page }) => page.getByRole("heading", { level: 1, name: guideCase.title }).isVisible(),
    run: (hand) => newCase(hand, guideCase),
  },
  {
    name: "whose account",
    done: async ({ page }) => (await page.getByRole("group", { name: /^先说一下/ }).count()) === 0,
    run: (hand) => answerNotice(hand, "L6.ask", "situation.own"),
  },
  { name: "Alipay", done: filed("支付宝_手机端"), run: (hand) => addFiles(hand, [samples.alipay]) },
  { name: "series", done: filed("粉丝数时间序列.csv"), run: (hand) => addFiles(hand, [samples.followers]) },
  {
    name: "promise",
    done: (hand) => there(hand, "screen.case.facts", promise.quote),
    run: (hand) => addPromise(hand, promise),
  },
  {
    name: "clause",
    done: (hand) => there(hand, "screen.case.grounds", startClause.quote),
    run: (hand) => captureClause(hand, startClause),
  },
  { name: "chat", done: filed("QQ_消息记录.txt"), run: (hand) => addFiles(hand, [samples.qq]) },
  {
    name: "letter",
    done: async (hand) => !(await there(hand, "screen.case.letters", "还没有写信")),
    run: openLetter,
  },
  {
    name: "rewritten",
    letter: true,
    done: (hand) => sentence(hand, REWRITTEN).first().isVisible(),
    run: (hand) => rewrite(hand, "支付100.00元", REWRITTEN),
  },
  {
    name: "left out",
    letter: true,
    done: async (hand) => (await sentence(hand, "至今未收到答复").count()) === 0,
    takes: (_, words) => words.includes("至今未收到答复"),
    run: (hand) => leaveOut(hand, "至今未收到答复"),
  },
  {
    name: "sent",
    letter: true,
    done: (hand) => sentPaper(hand).isVisible(),
    // The paper of the draft gives way to the one that was sent.
    takes: (name) => name.startsWith("sentence/"),
    run: (hand) => markSent(hand, { where: "平台客服邮箱", hours: "72" }),
  },
];

describe("[A7] killed at any moment", () => {
  let served: Served;
  let profile: string;
  let own: OwnBrowser;
  let hand: Hand;
  const witness = createWitness();

  /** Starts on the profile, with somebody watching what is shown. */
  const start = async (): Promise<void> => {
    own = await startOn(profile);
    await newPage();
  };
  const newPage = async (): Promise<void> => {
    const page = await own.context.newPage();
    page.setDefaultTimeout(20_000);
    await witness.watch(page);
    hand = handAt(page);
    await openApp(hand, served.address);
    await saved(hand);
  };
  /** Opens the case and its letter as far as they are there; what they show, and which of the first `upTo` steps are undone. */
  const read = async (upTo: number): Promise<{ readonly rows: Frame["rows"]; readonly undone: readonly string[] }> => {
    await seen(button(hand.page, named(hand, "screen.nav.cases")));
    if (await hand.page.getByText(named(hand, "screen.empty.title")).isVisible())
      return { rows: {}, undone: steps.slice(0, upTo).map((step) => step.name) };
    await openCase(hand, guideCase.title);
    await seen(section(hand, "screen.case.matrix"));
    const undone: string[] = [];
    const check = async (letter: boolean): Promise<void> => {
      for (const step of steps.slice(0, upTo))
        if ((step.letter === true) === letter && !(await step.done(hand))) undone.push(step.name);
    };
    await check(false);
    const { rows } = await shownNow(hand.page);
    if (await there(hand, "screen.case.letters", "还没有写信")) return { rows, undone };
    await openLetter(hand);
    // What was sent is no draft any more, so the steps in the draft cannot be asked for.
    if (!(await sentPaper(hand).isVisible())) await check(true);
    return { rows: { ...rows, ...(await shownNow(hand.page)).rows }, undone };
  };

  beforeAll(async () => {
    [served, profile] = await Promise.all([serve(), mkdtemp(join(tmpdir(), "recourse-killed-"))]);
    await start();
  });
  afterAll(async () => {
    await own.kill();
    await served.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it(`[A7] ${KILLS} kills of tab and browser in the middle of a step: nothing that was shown as kept is lost`, async () => {
    const next = numbers(SEED);
    const doomed = new Set(
      steps
        .map((_, n) => ({ n, by: next() }))
        .toSorted((a, b) => a.by - b.by)
        .slice(0, KILLS)
        .map(({ n }) => n),
    );
    console.log(`killed-tab: RECOURSE_SEED=${SEED}`);
    const losses: string[] = [];
    let kills = 0;
    for (const [n, step] of steps.entries()) {
      if (doomed.has(n)) {
        const [at, whole] = [Math.floor(next() * LONGEST), next() < 0.6];
        if (step.takes !== undefined) witness.release(step.takes);
        const running = step.run(hand).then(
          () => "done",
          () => "cut",
        );
        await after(at);
        if (whole) {
          await own.kill();
          await running;
          await start();
        } else {
          const { page } = hand;
          const crashed = new Promise<void>((done) => page.once("crash", () => done()));
          const session = await own.context.newCDPSession(page);
          void session.send("Page.crash").catch(() => undefined);
          await crashed;
          await page.close();
          await running;
          await newPage();
        }
        kills += 1;
        const { rows, undone } = await read(n);
        const lost = [...witness.lost(rows, [REWRITTEN]), ...undone.map((name) => `“${name}” was done and is not`)];
        console.log(
          `  ${whole ? "browser" : "tab"} killed ${at} ms into “${step.name}”: ${witness.size()} shown as kept, ${lost.length} lost`,
        );
        losses.push(...lost.map((each) => `${step.name}, ${at} ms: ${each}`));
        if (await step.done(hand)) continue;
      }
      if (step.letter === true && !(await paper(hand).isVisible())) await openLetter(hand);
      if (step.takes !== undefined) witness.release(step.takes);
      await step.run(hand);
      await saved(hand);
    }
    expect(losses).toEqual([]);
    expect(kills).toBe(KILLS);
    // All rows of the whole journey: a case, five records, five exhibits, a rule, a letter and most of its sentences.
    expect(witness.size()).toBeGreaterThan(20);
  });

  it("[E7] the originals are there too: a bundle checks every byte of them", async () => {
    await hand.press(button(hand.page, named(hand, "screen.letter.bundle")).first());
    await hand.press(await seen(button(hand.page, named(hand, "screen.bundle.start"))));
    await seen(hand.page.getByText(/^打好了：20240501001-材料包\.zip/));
  });

  it("[A7] the witness is not blind: on a profile that knows nothing of it, every row is missed", async () => {
    await own.kill();
    own = await startOn(join(profile, "another"));
    await newPage();
    const { rows } = await read(0);
    expect(witness.lost(rows, [])).toHaveLength(witness.size());
  });
});
