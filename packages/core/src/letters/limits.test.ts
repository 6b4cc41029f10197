import { describe, expect, it } from "vitest";
import { roomIn, type ChannelLimits } from "./limits.ts";

const limits: ChannelLimits = {
  status: "as_told",
  textChars: 10,
  files: 2,
  bytesPerFile: 100,
  totalBytes: 150,
  formats: ["png", "pdf"],
};

describe("[A4] room in a channel", () => {
  it("[A4] what is left of text, files and bytes", () => {
    // 𠮷 is one character and two code units.
    const room = roomIn(limits, "一二三四五六七八𠮷", [{ name: "a.png", size: 100 }]);
    expect([room.text.left, room.files.left, room.bytes.left, room.over, room.certain]).toEqual([1, 1, 50, [], true]);
  });
  it("[A4] the file that is too big or of the wrong format is named", () => {
    const room = roomIn(limits, "一二三四五六七八九十一", [
      { name: "a.PNG", size: 101 },
      { name: "b.heic", size: 50 },
      { name: "c.pdf", size: 1 },
    ]);
    expect(room.over.map((m) => [m.code, m.args["name"] ?? m.args["over"]])).toEqual([
      ["limits.text", 1],
      ["limits.files", 1],
      ["limits.total", 2],
      ["limits.file_size", "a.PNG"],
      ["limits.format", "b.heic"],
    ]);
  });
  it("[A4] an unknown limit is not room without end", () => {
    const unknown: ChannelLimits = {
      status: "unverified",
      textChars: null,
      files: null,
      bytesPerFile: null,
      totalBytes: null,
      formats: null,
    };
    const room = roomIn(unknown, "很长", []);
    expect([room.text.left, room.over, room.certain]).toEqual([undefined, [], false]);
  });
});
