/**
 * The guide's order as a person would enter it at the command line, and the pieces its steps share.
 */
import { CASE, guideOrder, samples, type AssessmentJson, type Desk, type GroundJson } from "./program.ts";
import { screenshot } from "./screenshot.ts";

export const PROMISE_PAGE = "20240501001-服务承诺.png";
export const RULES_PAGE = "退款政策.png";
export const PAID = "支付宝_手机端_电子客户回单_GB18030.csv";
export const SERIES = "粉丝数时间序列.csv";
export const CHAT = "QQ_消息记录.txt";

/** Two screenshots as files: the promise at the order, the platform's refund rules. */
export async function takeScreenshots(desk: Desk): Promise<void> {
  await desk.write(PROMISE_PAGE, screenshot(200));
  await desk.write(RULES_PAGE, screenshot(90));
}

export const orderId = async (desk: Desk): Promise<string> =>
  Object.keys((await desk.caseFile()).records["order"] ?? {})[0] ?? "";

/** The exhibit whose file was called `name`. */
export async function exhibitOf(desk: Desk, name: string): Promise<string> {
  const all = Object.entries((await desk.caseFile()).records["exhibit"] ?? {});
  const found = all.find(([, e]) => e["name"] === name)?.[0];
  if (found === undefined) throw new Error(`no exhibit ${name}`);
  return found;
}

/** "1000真实粉丝包月，2小时内启动", as the page said at the order. */
export async function typePromise(desk: Desk, startWithinHours?: number): Promise<void> {
  await desk.command("undertaking.add", {
    order: await orderId(desk),
    counter: "followers",
    quantity: 1000,
    ...(startWithinHours === undefined ? {} : { startWithinHours }),
    quote: "1000真实粉丝包月，2小时内启动",
    exhibit: await exhibitOf(desk, PROMISE_PAGE),
    shownAtOrder: "yes",
  });
}

/** A term of theirs, in the screenshot of their rules; its id. */
export async function captureClause(
  desk: Desk,
  article: string,
  quote: string,
  ground: string,
  condition: Readonly<Record<string, unknown>>,
): Promise<string> {
  const exhibit = await exhibitOf(desk, RULES_PAGE);
  const [made] = await desk.command("clause.add", {
    document: "退款政策",
    article,
    quote,
    exhibit,
    ground,
    condition,
    shownAtOrder: "yes",
  });
  return made?.id ?? "";
}

export const captureStartClause = (desk: Desk): Promise<string> =>
  captureClause(desk, "第3条", "下单后24小时内未开始刷赞的，支持全额退款", "not_started", {
    type: "not_started",
    hours: 24,
    tense: "ever",
  });

/** Everything in one go: a closed case. Its clause's id. */
export async function closedCase(desk: Desk): Promise<string> {
  await takeScreenshots(desk);
  await desk.done("new", CASE, ...guideOrder);
  await desk.done("add", CASE, samples.alipay, samples.followers, PROMISE_PAGE, RULES_PAGE, samples.qq);
  await desk.command("case.edit", { set: { situation: "own" } });
  await typePromise(desk, 2);
  return captureStartClause(desk);
}

export function groundOf(a: AssessmentJson, id: string): GroundJson {
  const found = a.grounds.find((g) => g.id === id);
  if (!found) throw new Error(`no ground ${id} in ${a.grounds.map((g) => g.id).join(" ")}`);
  return found;
}

/** Element → what is missing, for the elements that are not closed. */
export const open = (g: Pick<GroundJson, "elements">): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    g.elements.filter((e) => e.verdict !== "ok").map((e) => [`${e.id} ${e.verdict}`, e.missing.map((m) => m.code)]),
  );

/** What a ground says under one code. */
export const said = (g: GroundJson, code: string): Readonly<Record<string, unknown>> | undefined =>
  g.because.find((m) => m.code === code)?.args;
