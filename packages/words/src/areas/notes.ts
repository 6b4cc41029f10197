/**
 * Words of notes, and of who changed something last (FR5).
 */
import type { Wording } from "../word.ts";

export const notes = {
  "screen.notes.title": ["笔记", "Notes"],
  "screen.notes.open": ["看笔记", "Open the notes"],
  "screen.notes.new": ["写一条新笔记", "Write a new note"],
  "screen.notes.all": ["全部笔记", "All notes"],
  "screen.notes.count": ["全部 {n} 条", "All {n}"],
  "screen.notes.open_one": ["打开笔记：{title}", "Open the note: {title}"],
  "screen.notes.one": ["打开的笔记", "The open note"],
  "screen.notes.text": ["笔记内容", "Text of the note"],
  "screen.notes.placeholder": ["谁说了什么，接下来做什么", "Who said what, and what to do next"],
  "screen.notes.none": ["还没有笔记", "No notes yet"],
  "screen.notes.none.text": [
    "电话里说了什么、接下来做什么，记在这里就不会忘。",
    "Keep what was said on the phone and what to do next here, so that it is not forgotten.",
  ],
  "screen.notes.empty": ["还没写字", "Nothing written yet"],
  "screen.notes.begun": ["写于", "Begun"],
  "screen.notes.back": ["回到全部笔记", "Back to all notes"],
  "screen.notes.remove": ["拿掉这条笔记：{title}", "Remove this note: {title}"],
  "screen.notes.removed": ["笔记已拿掉", "Note removed"],
  "screen.notes.gone": ["这条笔记被拿掉了", "This note was removed"],
  "screen.notes.not_here": ["这里没有这条笔记", "This note is not here"],
  "screen.notes.bring_back": ["放回来", "Bring it back"],
  "screen.notes.refused": [
    "刚才写的没能记下：您现在只能看这个案件。",
    "What you typed was not kept: you can only view this case now.",
  ],
  "screen.notes.looks": ["{names} 在看这条笔记", "Looking at this note: {names}"],
  "screen.changed_by": ["{name} 改过", "Changed by {name}"],
  "screen.case.no_notes": [
    "电话里说了什么、接下来做什么，可以记在这里。",
    "What was said and what to do next can be kept here.",
  ],
} as const satisfies Readonly<Record<string, Wording>>;
