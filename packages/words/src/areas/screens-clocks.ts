/**
 * Words of the sections of a case that list its times and its filings.
 */
import type { Wording } from "../word.ts";

export const screensClocks = {
  "screen.case.deadlines": ["所有期限", "All deadlines"],
  "screen.case.calendar": ["放进日历", "Add to a calendar"],
  "screen.case.no_deadlines": [
    "还没有期限。申请发出后，时间从那时算起。",
    "No deadlines yet. They begin when something has been sent.",
  ],
  "screen.case.filings": ["提交过的渠道", "Where it was filed"],
  "screen.case.filings.choose": ["接下来去哪里", "Where to go next"],
  "screen.case.filings.open": ["打开", "Open"],
  "screen.case.filings.open.of": ["打开：{channel}", "Open: {channel}"],
  "screen.case.no_filings": ["还没有向第三方提交过", "Nothing has been filed with a third party"],
} as const satisfies Record<string, Wording>;
