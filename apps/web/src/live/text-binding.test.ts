import type { Splice } from "@recourse/sync";
import { describe, expect, test } from "vitest";
import { spliced } from "./many-splices.ts";
import { bindText, type FieldNow } from "./text-binding.ts";

/** A text that others change too. */
function shared(start: string) {
  let text = start;
  let refuses = false;
  const written: Splice[] = [];
  const binding = bindText({
    read: () => text,
    write: (splice) => {
      if (refuses) return false;
      written.push(splice);
      text = spliced(text, splice);
      return true;
    },
  });
  return {
    binding: { ...binding, changed: (now: FieldNow) => binding.changed(() => now) },
    written,
    text: () => text,
    /** Somebody else changes it. */
    theirs: (next: string) => void (text = next),
    refuse: () => void (refuses = true),
  };
}

/** A field by its text with the caret, or the selection, marked by `|`. */
function field(marked: string): FieldNow {
  const start = marked.indexOf("|");
  const end = marked.lastIndexOf("|");
  return { text: marked.replaceAll("|", ""), start, end: end === start ? end : end - 1 };
}
const marked = (now: FieldNow | undefined): string | undefined =>
  now === undefined
    ? undefined
    : now.start === now.end
      ? `${now.text.slice(0, now.start)}|${now.text.slice(now.start)}`
      : `${now.text.slice(0, now.start)}|${now.text.slice(now.start, now.end)}|${now.text.slice(now.end)}`;

describe("typing", () => {
  test("[FR5] a letter is one splice, and the field is left alone", () => {
    const { binding, written, text } = shared("你好");
    expect(binding.typed(field("你好吗|"))).toBeUndefined();
    expect(written).toEqual([{ at: 2, del: 0, ins: "吗" }]);
    expect(text()).toBe("你好吗");
  });

  test("[FR5] of equal letters the one at the caret is the new one", () => {
    const { binding, written } = shared("aaa");
    binding.typed(field("aa|aa"));
    expect(written).toEqual([{ at: 1, del: 0, ins: "a" }]);
  });

  test("[FR5] what others typed shows at once and moves the caret with its letters", () => {
    const { binding, theirs } = shared("周五退款");
    theirs("客服说周五退款");
    expect(marked(binding.changed(field("周五|退款")))).toBe("客服说周五|退款");
    theirs("客服说周五退款了");
    expect(marked(binding.changed(field("客服说周五|退款")))).toBe("客服说周五|退款了");
  });

  test("[FR5] changes before and behind the caret leave it at its letters", () => {
    const { binding, theirs } = shared("一二三四");
    theirs("甲一二三四乙");
    expect(marked(binding.changed(field("一二|三四")))).toBe("甲一二|三四乙");
  });

  test("[FR5] a selection keeps its letters", () => {
    const { binding, theirs } = shared("周五退款");
    theirs("周五前退款吗");
    expect(marked(binding.changed(field("周五|退款|")))).toBe("周五前|退款|吗");
  });

  test("[FR5] typing goes on where the field stands, after a change of others that it shows", () => {
    const { binding, theirs, text } = shared("ab");
    theirs("Xab");
    binding.changed(field("ab|"));
    binding.typed(field("Xabc|"));
    expect(text()).toBe("Xabc");
  });

  test("[I10] what is refused does not stay in the field", () => {
    const { binding, refuse, text } = shared("你好");
    refuse();
    expect(marked(binding.typed(field("你好吗|")))).toBe("你好|");
    expect(text()).toBe("你好");
  });
});

describe("composing", () => {
  test("[AC5] nothing is written and nothing redrawn while it goes on; both have everything afterwards", () => {
    const { binding, written, theirs, text } = shared("客服说退款");
    binding.composes();
    expect(binding.typed(field("客服说zhou|退款"))).toBeUndefined();
    theirs("5月4日客服说退款");
    expect(binding.changed(field("客服说zhou|退款"))).toBeUndefined();
    expect(written).toEqual([]);
    expect(marked(binding.composed(field("客服说周五|退款")))).toBe("5月4日客服说周五|退款");
    expect(written).toEqual([{ at: 7, del: 0, ins: "周五" }]);
    expect(text()).toBe("5月4日客服说周五退款");
  });

  test("[AC5] changes of others before and behind it, in one go, do not carry it away", () => {
    const { binding, theirs, text } = shared("一二三四");
    binding.composes();
    theirs("甲一二三四乙");
    binding.changed(field("一二zh|三四"));
    expect(marked(binding.composed(field("一二中|三四")))).toBe("甲一二中|三四乙");
    expect(text()).toBe("甲一二中三四乙");
  });

  test("[AC5] one after the other, they are followed one after the other", () => {
    const { binding, theirs, text } = shared("一二");
    binding.composes();
    for (const next of ["甲一二", "甲一二乙", "一二乙"]) {
      theirs(next);
      expect(binding.changed(field("一zh|二"))).toBeUndefined();
    }
    expect(marked(binding.composed(field("一中文|二")))).toBe("一中文|二乙");
    expect(text()).toBe("一中文二乙");
  });

  test("[AC5] in the same place: theirs first, then mine, and the caret behind mine", () => {
    const { binding, theirs, text } = shared("AB");
    binding.composes();
    theirs("AXB");
    binding.changed(field("A中|B"));
    expect(marked(binding.composed(field("A中|B")))).toBe("AX中|B");
    expect(text()).toBe("AX中B");
  });

  test("[AC5] given up, the field shows what came meanwhile", () => {
    const { binding, written, theirs } = shared("AB");
    binding.composes();
    theirs("AXB");
    binding.changed(field("Azh|B"));
    expect(marked(binding.composed(field("A|B")))).toBe("A|XB");
    expect(written).toEqual([]);
  });

  test("[AC5] another document with letters taken back: what was composed is put into it", () => {
    const { binding, theirs, text } = shared("可以退。客服说退款");
    binding.composes();
    // What a removed device had written, 可以退。, is gone; somebody else has added a line.
    theirs("客服说退款\n再问");
    binding.changed(field("可以退。客服说zhou|退款"));
    expect(marked(binding.composed(field("可以退。客服说周五|退款")))).toBe("客服说周五|退款\n再问");
    expect(text()).toBe("客服说周五退款\n再问");
  });

  test("[AC5] where its surroundings were taken away nothing of it is lost", () => {
    const { binding, theirs, text } = shared("一二三四");
    binding.composes();
    theirs("一四");
    binding.changed(field("一二zh|三四"));
    binding.composed(field("一二中|三四"));
    expect(text()).toBe("一中四");
  });
});
