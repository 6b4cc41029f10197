/**
 * What the app says of the guide's order, worked out by hand from the samples as in tests/cli/main-job.test.ts. Data.
 *
 * Order 2024-05-01 10:02:31. Median of the readings before it: 5230.5, rounded down 5230. Line: 2 % of 1000 ordered = 20; without a
 * quantity 10. Readings come every three hours, the first in row 2 of the file.
 */

/** L1, in the words of the screen. */
export const NOTICES = [
  "购买刷量服务的合同可能被认定无效。",
  "对方和处理机关都可能不同意退款。",
  "双方都可能被认为有过错，能退多少说不准。",
  "投诉、举报或起诉会说出您自己买了刷量。",
  "您的账号可能被平台处理。",
];

export const UNTIL =
  "截至下单后 34 小时 58 分（2024年5月2日 21:00，20240501001-后台数据-045.png）仍未启动：5233，增加 3，未超过判定线 20";
/** M2 to M4 in the order in which it happened, once 1000 are promised. */
export const MEASURED = [
  // 05-02 21:00 is 34 h 57 min 29 s after the order, in begun minutes.
  UNTIL,
  "增加 3，未超过判定线 20",
  // 05-03 00:00: 37 h 57 min 29 s; 5383 − 5230 = 153.
  "2024年5月3日 00:00（下单后 37 小时 58 分，20240501001-后台数据-048.png）首次超过判定线 20：5383，增加 153",
  // 5834 − 5230 = 604.
  "最高 2024年5月3日 15:00：5834，比下单前多 604（20240501001-后台数据-063.png）",
  // 441 of 604 = 73.0 %, of 5834 = 7.56 %.
  "12 小时内减少 441：2024年5月3日 15:00 5834（20240501001-后台数据-063.png）→ 2024年5月4日 03:00 5393（20240501001-后台数据-075.png）；占已增加量 73%，占总数 7.6%",
  // 5395 − 5230 = 165, of 1000 = 16.5 %.
  "最新读数 2024年5月4日 21:00：5395，比下单前多 165（20240501001-后台数据-093.png）",
  "截至 2024年5月4日 21:00 增加 165，约定 1000，完成 16.5%（20240501001-后台数据-093.png）",
  "最长有 3 小时没有读数：2024年5月1日 00:00 到 2024年5月1日 03:00",
];
/** 62 of 120 without avatar, 63 without posts, 70 follow many, 70 registered together; 70 have two or more. Wilson: 0.4939–0.6676. */
export const SAMPLED =
  "抽样 120 人，70 人同时具有两项以上异常特征（无头像 62，无作品 63，大量关注少粉丝 70，注册集中 70）；95% 区间 49.4%–66.8%";
export const RULE = "最新的 120 个粉丝，一个不跳";
