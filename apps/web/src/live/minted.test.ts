/** Ids where there are none. */
import { commands } from "@recourse/core";
import { describe, expect, test } from "vitest";
import { withIds } from "./minted.ts";

describe("withIds", () => {
  test("[UI] an id is minted where the schema asks for one and none is given, in parts too", () => {
    let n = 0;
    const mint = () => `minted-${(n += 1)}`;
    const create = commands.get("case.create")?.schema;
    expect(
      withIds(create, { title: "年卡", order: { number: "1" }, respondent: { id: "kept", name: "某影视" } }, mint),
    ).toEqual({
      title: "年卡",
      order: { number: "1", id: "minted-1" },
      respondent: { id: "kept", name: "某影视" },
    });
    expect(withIds(commands.get("note.add")?.schema, { text: "x" }, mint)).toEqual({ text: "x", id: "minted-2" });
    // The case's own record has no id in its data.
    expect(withIds(commands.get("case.edit")?.schema, { set: { title: "x" } }, mint)).toEqual({ set: { title: "x" } });
  });
});
