import { describe, expect, it } from "vitest";
import { placeQuery, readPlace, START } from "./place.ts";

const nothing = { provision: undefined, channel: undefined, law: undefined };

describe("[B6] the place of the rules in the address", () => {
  it("[B6] reads a provision, a channel, a part", () => {
    expect(readPlace({ p: "cc-577" })).toEqual({ ...nothing, part: "law", provision: "cc-577" });
    expect(readPlace({ channel: "stop_here" })).toEqual({ ...nothing, part: "channels", channel: "stop_here" });
    expect(readPlace({ part: "terms" })).toEqual({ ...nothing, part: "terms" });
    expect(readPlace({ part: "nonsense", law: "民法典" })).toEqual({ ...nothing, part: "law", law: "民法典" });
  });

  it("[B6] says nothing for the address of another tab", () => {
    expect(readPlace({})).toBeUndefined();
    expect(readPlace({ view: "timeline" })).toBeUndefined();
    expect(readPlace({ p: "cc-577", turn: "mine" })).toBeUndefined();
  });

  it("[B6] writes what it reads", () => {
    const at = { part: "law", provision: "cc-577", channel: undefined, law: "民法典" } as const;
    const written = Object.entries(placeQuery(at)).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value]],
    );
    expect(readPlace(Object.fromEntries(written))).toEqual(at);
    expect(readPlace({ part: placeQuery({})["part"] ?? "" })).toEqual(START);
  });
});
