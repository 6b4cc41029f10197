/** An input method at work in a note, through the browser's own, while others write and while the case becomes another document. */
import type { Id } from "@recourse/core";
import type { StoredChange } from "@recourse/sync";
import { afterEach, expect, test } from "vitest";
import { inputMethod, mountNotes, type NotesScreen } from "./notes-screen.fixture.tsx";

let screen: NotesScreen | undefined;
afterEach(() => {
  screen?.end();
  screen = undefined;
});
const mount = async (...texts: string[]): Promise<NotesScreen> => (screen = await mountNotes(texts));

/** Counts what is done to a field by programs: every text and every selection that is set. */
function watch(field: HTMLTextAreaElement): () => number {
  let count = 0;
  const text = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");
  Object.defineProperty(field, "value", {
    configurable: true,
    get: () => text?.get?.call(field),
    set: (value: string) => {
      count += 1;
      text?.set?.call(field, value);
    },
  });
  const select = field.setSelectionRange.bind(field);
  field.setSelectionRange = (...args) => {
    count += 1;
    select(...args);
  };
  return () => count;
}
const events = (field: HTMLTextAreaElement): readonly string[] => {
  const heard: string[] = [];
  for (const type of ["compositionstart", "compositionend"]) field.addEventListener(type, () => void heard.push(type));
  return heard;
};
const at = (field: HTMLTextAreaElement): string =>
  `${field.value.slice(0, field.selectionStart)}|${field.value.slice(field.selectionEnd)}`;
const caretAt = (field: HTMLTextAreaElement, place: number): void => {
  field.focus();
  field.setSelectionRange(place, place);
};
function there(id: Id | undefined): Id {
  if (id === undefined) throw new Error("there is no note");
  return id;
}
const typed = (id: Id | undefined, place: number, ins: string): StoredChange => ({
  op: "text",
  kind: "note",
  id: there(id),
  field: "text",
  at: place,
  del: 0,
  ins,
});

test("[AC5] while 中文 is composed a remote edit comes in: the composition goes on, and both stand afterwards", async () => {
  const { field, of, notes, text } = await mount("客服说退款");
  const [note] = notes;
  caretAt(field(), 3);
  const heard = events(field());
  const drawn = watch(field());
  await inputMethod.compose("zhong");
  await inputMethod.compose("zhong'wen");
  expect(field().value).toBe("客服说zhong'wen退款");
  expect(text()).toBe("客服说退款");
  of.theirs(typed(note, 0, "5月4日"));
  expect(text()).toBe("5月4日客服说退款");
  await inputMethod.compose("zhong'wen'a");
  // Nothing was drawn and the composition is still the same one.
  expect([field().value, drawn(), heard]).toEqual(["客服说zhong'wen'a退款", 0, ["compositionstart"]]);
  await inputMethod.commit("中文");
  await expect.poll(text).toBe("5月4日客服说中文退款");
  expect(at(field())).toBe("5月4日客服说中文|退款");
  expect(heard).toEqual(["compositionstart", "compositionend"]);
});

test("[AC5] while 中文 is composed the case becomes another document: field and composition stay the same, and both stand afterwards", async () => {
  const { field, of, notes, text } = await mount("客服说退款");
  const [note] = notes;
  const before = field();
  caretAt(before, 3);
  const heard = events(before);
  const drawn = watch(before);
  await inputMethod.compose("zhong");
  await of.swap(typed(note, 5, "再问"), typed(note, 0, "5月4日"));
  await inputMethod.compose("zhong'wen");
  expect(field()).toBe(before);
  expect(document.activeElement).toBe(before);
  expect([before.value, drawn(), heard]).toEqual(["客服说zhong'wen退款", 0, ["compositionstart"]]);
  await inputMethod.commit("中文");
  await expect.poll(text).toBe("5月4日客服说中文退款再问");
  expect(at(before)).toBe("5月4日客服说中文|退款再问");
});

test("[AC5] the other document comes between two letters: focus, caret and scroll stay", async () => {
  const { field, of, notes, text } = await mount(`客服说${"\n行".repeat(200)}`);
  const [note] = notes;
  const before = field();
  caretAt(before, 3);
  before.scrollTop = 500;
  const { scrollTop } = before;
  await of.swap(typed(note, 0, "甲"));
  expect(field()).toBe(before);
  expect(document.activeElement).toBe(before);
  expect([before.selectionStart, before.scrollTop]).toEqual([4, scrollTop]);
  await inputMethod.commit("乙");
  await expect.poll(() => text()?.slice(0, 5)).toBe("甲客服说乙");
});

test("[AC5] a composition that is given up leaves nothing behind, and shows what came meanwhile", async () => {
  const { field, of, notes, text } = await mount("客服说退款");
  const [note] = notes;
  caretAt(field(), 3);
  await inputMethod.compose("zhong");
  of.theirs(typed(note, 0, "甲"));
  await inputMethod.cancel();
  field().blur();
  await expect.poll(() => field().value).toBe("甲客服说退款");
  expect(text()).toBe("甲客服说退款");
});

test("[AC5] two people in one place: theirs first, then what was composed, nothing lost", async () => {
  const { field, of, notes, text } = await mount("AB");
  const [note] = notes;
  caretAt(field(), 1);
  await inputMethod.compose("zhong");
  of.theirs(typed(note, 1, "X"));
  await inputMethod.commit("中");
  await expect.poll(text).toBe("AX中B");
  expect(at(field())).toBe("AX中|B");
});

test("[AC5] what is composed while somebody removes the note is kept, and the note with it", async () => {
  const { field, of, notes, text } = await mount("客服说");
  const [note] = notes;
  caretAt(field(), 3);
  await inputMethod.compose("zhong");
  of.theirs({ op: "remove", kind: "note", id: there(note) });
  expect(field().value).toBe("客服说zhong");
  await inputMethod.commit("中文");
  await expect.poll(text).toBe("客服说中文");
});

test("[I1] letter by letter or composed: undo takes back what was typed here, and nothing of the others", async () => {
  const { field, of, notes, text } = await mount("");
  const [note] = notes;
  caretAt(field(), 0);
  await inputMethod.compose("zhong");
  await inputMethod.commit("中文");
  await expect.poll(text).toBe("中文");
  of.theirs(typed(note, 2, "，bob 写的"));
  const undo = new KeyboardEvent("keydown", { key: "z", ctrlKey: true, bubbles: true, cancelable: true });
  field().dispatchEvent(undo);
  expect(undo.defaultPrevented).toBe(true);
  expect([text(), field().value]).toEqual(["，bob 写的", "，bob 写的"]);
});
