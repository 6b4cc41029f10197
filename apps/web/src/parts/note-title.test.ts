import { expect, test } from "vitest";
import { noteTitle } from "./note-title.ts";

test("[P5] a note is called by its first line with anything on it; the next such line says more", () => {
  expect(noteTitle("\n  5 月 4 日  电话 \n\n客服说周五退\n再问")).toEqual({
    title: "5 月 4 日 电话",
    more: "客服说周五退",
  });
  expect(noteTitle("客服")).toEqual({ title: "客服", more: "" });
  expect(noteTitle(" \n\n")).toEqual({ title: "", more: "" });
});

test("[P5] a long line is cut between characters, not within one", () => {
  // 61 characters of two units each: 60 of them stay whole.
  expect(noteTitle("😀".repeat(61)).title).toBe(`${"😀".repeat(60)}…`);
  expect(noteTitle("字".repeat(60)).title).toBe("字".repeat(60));
});
