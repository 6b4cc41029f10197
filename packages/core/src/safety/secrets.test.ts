import { describe, expect, it } from "vitest";
import { luhn, maskSecrets } from "./secrets.ts";

const masked = (text: string, keep?: readonly string[]): readonly [string, readonly string[]] => {
  const m = maskSecrets(text, keep);
  return [m.text, m.masked.map((x) => x.kind)];
};
const CARD = "4539148803436467";

describe("[G2] card numbers", () => {
  it("[G2] Luhn: 4539148803436467 holds, one digit off does not", () => {
    // From the right, every second doubled: 6→12→3, 6→12→3, 4→8, 0→0, 8→16→7, 1→2, 3→6, 4→8: together 37.
    // The others: 7+4+3+3+8+4+9+5 = 43. 37 + 43 = 80, a multiple of ten.
    expect(luhn(CARD)).toBe(true);
    expect(luhn("4539148803436468")).toBe(false);
    expect(luhn("")).toBe(false);
  });
  it("[G2] is covered but for its last four digits, with spaces and hyphens as written", () => {
    expect(masked(`卡号${CARD}`)).toEqual(["卡号************6467", ["card"]]);
    expect(masked("我的卡 4539 1488 0343 6467。")).toEqual(["我的卡 **** **** **** 6467。", ["card"]]);
    expect(masked("４５３９１４８８０３４３６４６７")).toEqual(["************６４６７", ["card"]]);
  });
  it("[G2] a number that fails the check, or stands inside a longer one, stays", () => {
    expect(masked("4539148803436468")).toEqual(["4539148803436468", []]);
    expect(masked(`${CARD}0000000000`)[1]).toEqual([]);
  });
  it("[G2] a number by date that passes by chance stays, unless it is called a card", () => {
    // One digit of ten makes any number pass.
    const number =
      ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"].map((d) => `202405010000000${d}`).find(luhn) ?? "";
    expect(number).toHaveLength(16);
    expect(masked(`订单${number}`)[1]).toEqual([]);
    expect(masked(`银行卡 ${number}`)[1]).toEqual(["card"]);
  });
  it("[G2] what the case knows as an order or payment number stays", () => {
    expect(masked(`单号${CARD}`, [CARD])[1]).toEqual([]);
    expect(masked(`单号${CARD}`, ["20240501001"])[1]).toEqual(["card"]);
  });
});

describe("[G2] codes", () => {
  it.each([
    ["验证码是123456", "验证码是******"],
    ["验证码：１２３４５６，别告诉别人", "验证码：******，别告诉别人"],
    ["【某音】654321（登录验证码），5分钟内有效", "【某音】******（登录验证码），5分钟内有效"],
    ["1234是您的验证码", "****是您的验证码"],
    ["Your verification code is 987654", "Your verification code is ******"],
  ])("[G2] %s", (text, expected) => {
    expect(masked(text)).toEqual([expected, ["code"]]);
  });
  it.each(["2024年5月1日收到验证码", "验证码 2024年的", "退款 123456 元", "订单20240501001没收到验证码", "编号123456"])(
    "[G2] no code in %s",
    (text) => {
      expect(masked(text)).toEqual([text, []]);
    },
  );
});

describe("[G2] passwords", () => {
  it.each([
    ["密码是abc12345", "密码是******"],
    ["登录密码：Qwer!234 请收", "登录密码：****** 请收"],
    ["支付密码123456", "支付密码******"],
    ["password: hunter2", "password: ******"],
    ["pwd=hunter2", "pwd=******"],
    ["my password is hunter2", "my password is ******"],
  ])("[G2] %s", (text, expected) => {
    expect(masked(text)).toEqual([expected, ["password"]]);
  });
  it.each(["密码错误", "忘了密码，订单20240501001", "改密码 2 次", "my password is wrong", "the password they want"])(
    "[G2] none in %s",
    (text) => {
      expect(masked(text)).toEqual([text, []]);
    },
  );
});

describe("[G2] where it stood", () => {
  it("[G2] in the original, in order", () => {
    expect(maskSecrets("密码是abc123，验证码是456789").masked).toEqual([
      { kind: "password", span: { start: 3, end: 9 } },
      { kind: "code", span: { start: 14, end: 20 } },
    ]);
  });
});
