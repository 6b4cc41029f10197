import { describe, expect, it } from "vitest";
import { calendar2026 } from "../fixtures/calendar.fixture.ts";
import { civil, instant } from "../time.ts";
import { timesSaid } from "./time-said.ts";

// Sunday 22 November 2026, 22:30 in Shanghai.
const said = instant("2026-11-22 22:30");
const dues = (text: string, at: Parameters<typeof timesSaid>[1] = said) =>
  timesSaid(text, at, calendar2026).map((t) => t.due);

describe("[X5] times named in a message, counted from when it was said", () => {
  it.each([
    // 23, 24, 25 November 2026 are Monday to Wednesday.
    ["3个工作日内退款", ["2026-11-25"]],
    ["三个工作日之内", ["2026-11-25"]],
    // Of a range the later end: 15 working days are three weeks, 23 Nov to 11 Dec.
    ["退款中请等7-15个工作日", ["2026-12-11"]],
    ["24小时内给您处理", [instant("2026-11-23 22:30")]],
    ["30分钟后回电", [instant("2026-11-22 23:00")]],
    ["两天内到账", ["2026-11-24"]],
    ["一周内", ["2026-11-29"]],
    ["今天退", ["2026-11-22"]],
    ["明天一定退给您", ["2026-11-23"]],
    ["大后天", ["2026-11-25"]],
    ["本周内处理", ["2026-11-22"]],
    // The week after starts on Monday 23 November; its Friday is the 27th.
    ["下周五", ["2026-11-27"]],
    ["周五给您", ["2026-11-27"]],
    ["月底", ["2026-11-30"]],
    ["下个月底", ["2026-12-31"]],
    ["12月3日前退", ["2026-12-03"]],
    // 3 January has passed this year.
    ["1月3日前退", ["2027-01-03"]],
  ])("[X5] %s", (text, expected) => {
    expect(dues(text)).toEqual(expected);
  });
  it("[X5] a rule about late requests names no time to come", () => {
    expect(dues("超过24小时不能退")).toEqual([]);
    expect(dues("过了3天不退")).toEqual([]);
  });
  it("[X5] a day of this week that is over is no time to come", () => {
    // Said on Sunday: Friday of this week was the 20th.
    expect(dues("这周五退")).toEqual([]);
    // Said on Wednesday the 18th it is the 20th.
    expect(dues("这周五退", civil("2026-11-18"))).toEqual(["2026-11-20"]);
  });
  it("[K3] working days past the calendar are provisional", () => {
    const provisional = (text: string) => timesSaid(text, civil("2026-12-28"), calendar2026).map((t) => t.provisional);
    // 29, 30, 31 December are three working days; the fourth lies in 2027.
    expect(provisional("3个工作日内")).toEqual([false]);
    expect(provisional("4个工作日内")).toEqual([true]);
  });
  it("[X5] the sentence is what they say will be done", () => {
    expect(timesSaid("您好。亲，3个工作日内退款！谢谢", said, calendar2026)[0]).toMatchObject({
      phrase: "3个工作日内",
      clause: "3个工作日内退款",
      sentence: "亲，3个工作日内退款",
    });
  });
});
