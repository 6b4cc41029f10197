/** How a shared case stands: one word, one sign, and somebody who waits comes first. */
import { id } from "@recourse/core";
import { word } from "@recourse/words";
import { describe, expect, it } from "vitest";
import type { Linking, Reach } from "../../services/sharing/sharing.ts";
import { standingIcons, standingOf, standings, standingText } from "./share-status.ts";
import { createFakeSharing, request, type SharedFacts } from "./sharing.fixture.ts";

const say = { word: (code: string, args = {}) => word(code, args, "zh-CN") };
const shared = (facts: Partial<SharedFacts>) => {
  const of = createFakeSharing(facts).sharing.of(id("01ARZ3NDEKTSV4RRFF00000001"));
  if (of === undefined) throw new Error("not shared");
  return of;
};
const reach = (is: Reach["is"], more: Partial<Reach> = {}): Reach => ({ is, unsent: 0, seenBy: 0, ...more });

describe("[I6] [I10] the state of a shared case in view", () => {
  it("[I6] while connected says how far the own changes have come", () => {
    expect(standingText(say, shared({ linking: "live", reach: reach("relay") }))).toBe("加密备份已上传");
    expect(standingText(say, shared({ linking: "live", reach: reach("seen", { seenBy: 2 }) }))).toBe("2 位帮手已收到");
    expect(standingText(say, shared({ linking: "live", reach: reach("here", { unsent: 3 }) }))).toBe("还有 3 条没上传");
  });

  it("[I10] otherwise says why not, and how many changes wait", () => {
    expect(standingText(say, shared({ linking: "offline", reach: reach("here", { unsent: 3 }) }))).toBe(
      "离线 · 还有 3 条没上传",
    );
    expect(standingText(say, shared({ linking: "offline", reach: reach("relay") }))).toBe("离线");
    // Whoever is out sends nothing any more: a count of what waits would promise otherwise.
    expect(standingText(say, shared({ linking: "removed", reach: reach("here", { unsent: 3 }) }))).toBe("已被移出");
  });

  it("[I10] a failing store comes before the connection", () => {
    expect(standingOf(shared({ linking: "offline", reach: reach("failed") }))).toBe("failed");
    expect(standingOf(shared({ linking: "offline", reach: reach("saving") }))).toBe("offline");
  });

  it("[JO2] whoever waits to be compared with comes first, and only as long as he waits", () => {
    expect(standingOf(shared({ linking: "offline", requests: [request()] }))).toBe("asked");
    expect(standingOf(shared({ linking: "offline", requests: [request({ is: "asking" })] }))).toBe("asked");
    expect(standingOf(shared({ linking: "offline", requests: [request({ is: "admitted" })] }))).toBe("offline");
  });

  it("[A6] every state has a sign of its own and words in both languages", () => {
    const signs = standings.map((standing) => JSON.stringify(standingIcons[standing]));
    expect(new Set(signs).size).toBe(standings.length);
    const links: readonly Linking[] = [
      "local",
      "connecting",
      "syncing",
      "live",
      "behind",
      "silent",
      "offline",
      "rolled_back",
      "waiting_for_key",
      "removed",
      "refused",
    ];
    const texts = links.flatMap((linking) =>
      (["zh-CN", "en"] as const).map((lang) =>
        standingText({ word: (code, args = {}) => word(code, args, lang) }, shared({ linking })),
      ),
    );
    expect(new Set(texts).size).toBe(2 * links.length);
  });
});
