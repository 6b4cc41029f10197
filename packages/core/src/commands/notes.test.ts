import { describe, expect, it } from "vitest";
import type { Case } from "../case/case.ts";
import { apply } from "../case/change.ts";
import { closedPack } from "../fixtures/closed-case.fixture.ts";
import { testId } from "../fixtures/measured-case.fixture.ts";
import { claimCase, NOW } from "../fixtures/settled-case.fixture.ts";
import type { CommandContext } from "./command.ts";
import { decide } from "./registry.ts";

const ctx: CommandContext = {
  now: NOW,
  role: "owner",
  pack: closedPack,
  mint: () => testId(7000),
  render: (code) => code,
};
const NOTE = testId(8100);
const run = (of: Case, name: string, data: unknown, role: CommandContext["role"] = "owner") =>
  decide(of, name, data, { ...ctx, role });
const after = (of: Case, name: string, data: unknown): Case => {
  const decided = run(of, name, data);
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  return apply(of, decided.value).case;
};
const withNote = (text: string): Case => after(claimCase(), "note.add", { id: NOTE, text });
const type = (at: number, del: number, ins: string) => ({ id: NOTE, at, del, ins });

describe("[FR5] typing in a note", () => {
  it("[FR5] puts letters in, takes letters out, and replaces them", () => {
    const text = (of: Case): string | undefined => of.live.note[NOTE]?.text;
    expect(text(after(withNote("客服说周五"), "note.type", type(5, 0, "退款")))).toBe("客服说周五退款");
    // 客服说 are three characters, 周五 the two after them.
    expect(text(after(withNote("客服说周五退款"), "note.type", type(3, 2, "")))).toBe("客服说退款");
    expect(text(after(withNote("客服说周五退款"), "note.type", type(3, 2, "下周一")))).toBe("客服说下周一退款");
  });

  it("[FR5] is one splice of the text, and not the text anew", () => {
    expect(run(withNote("你好"), "note.type", type(2, 0, "吗"))).toEqual({
      ok: true,
      value: [{ op: "text", kind: "note", id: NOTE, field: "text", at: 2, del: 0, ins: "吗" }],
    });
  });

  it("[FR5] typing nothing changes nothing", () => {
    expect(run(withNote("你好"), "note.type", type(1, 0, ""))).toEqual({ ok: true, value: [] });
  });

  it("[FR5] up to the end of the text, and not beyond it", () => {
    expect(run(withNote("你好"), "note.type", type(0, 2, "")).ok).toBe(true);
    expect(run(withNote("你好"), "note.type", type(0, 3, ""))).toEqual({
      ok: false,
      error: { kind: "bad_data", command: "note.type", path: "at", reason: "beyond_end" },
    });
  });

  it("[FR5] a place is a whole number from nought on", () => {
    for (const at of [-1, 0.5]) {
      const typed = run(withNote("你好"), "note.type", type(at, 0, "a"));
      expect(typed).toMatchObject({ ok: false, error: { kind: "bad_data", path: "at" } });
    }
  });

  it("[FR5] a note that is not there, or was taken out, is not typed in", () => {
    expect(run(claimCase(), "note.type", type(0, 0, "a"))).toMatchObject({
      ok: false,
      error: { kind: "unknown_record" },
    });
    const gone = after(withNote("你好"), "note.remove", { id: NOTE });
    expect(run(gone, "note.type", type(0, 0, "a"))).toMatchObject({ ok: false, error: { kind: "removed_record" } });
  });

  it("[ME3] whoever may only view does not type", () => {
    expect(run(withNote("你好"), "note.type", type(0, 0, "a"), "viewer")).toMatchObject({
      ok: false,
      error: { kind: "not_allowed" },
    });
    expect(run(withNote("你好"), "note.type", type(0, 0, "a"), "helper").ok).toBe(true);
  });
});
