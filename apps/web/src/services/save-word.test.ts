/** One word for all documents. */
import type { SaveState } from "@recourse/sync";
import { describe, expect, test } from "vitest";
import { createSaveWords, wordOf } from "./save-word.ts";

const saved: SaveState = { pending: 0, durable: true, savedUpTo: 1 };
const saving: SaveState = { pending: 2, durable: false, savedUpTo: 1 };
const failed: SaveState = { pending: 2, durable: false, failed: { kind: "quota" }, savedUpTo: 1 };
/** Everything is written, to a store that ends with the tab. */
const fleeting: SaveState = { pending: 0, durable: false, savedUpTo: 1 };

describe("save word", () => {
  test("[I6] saved only when every document is durable in a lasting store", () => {
    expect(wordOf([saved, saved])).toBe("saved");
    expect(wordOf([saved, saving])).toBe("saving");
    expect(wordOf([saving, failed])).toBe("failed");
    expect(wordOf([saved, fleeting])).toBe("failed");
    expect(wordOf([])).toBe("opening");
  });
  test("[I6] a closed document no longer counts", () => {
    const words = createSaveWords();
    words.note("workspace", saved);
    words.note("case", saving);
    expect(words.word()).toBe("saving");
    words.note("case", undefined);
    expect(words.word()).toBe("saved");
  });
});
