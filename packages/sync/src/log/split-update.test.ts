/** Long updates in parts. */
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { createDoc } from "../layout.ts";
import { localUpdate, newText, text } from "./people.fixture.ts";
import { splitUpdate } from "./split-update.ts";

describe("split update", () => {
  test("[CO5] parts of any size, put in one after the other, are the whole, and no character is cut in two", () => {
    for (let most = 120; most < 136; most++) {
      const doc = createDoc();
      doc.clientID = 9;
      const made = localUpdate(doc, newText("n1/body", "start"));
      const update = localUpdate(doc, (of) => {
        text(of).insert(5, "追索😀".repeat(100));
        text(of).delete(0, 5);
        of.getMap("order").set("o1/title", "t");
      });
      if (made === undefined || update === undefined) throw new Error("nothing written");
      const parts = splitUpdate(update, most);
      expect(parts.length).toBeGreaterThan(5);
      expect(parts.every((part) => part.length <= most)).toBe(true);
      const other = createDoc();
      for (const part of [made, ...parts]) {
        Y.applyUpdate(other, part);
        expect(other.store.pendingStructs).toBeNull();
      }
      expect(text(other).toString()).toBe("追索😀".repeat(100));
      expect(other.getMap("order").get("o1/title")).toBe("t");
    }
  });

  test("[CO5] an update that fits stays as it is", () => {
    const update = localUpdate(createDoc(), newText());
    if (update === undefined) throw new Error("nothing written");
    expect(splitUpdate(update, update.length)).toEqual([update]);
  });
});
