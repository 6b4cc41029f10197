/** Tabs of one browser: Node has the same BroadcastChannel. */
import { describe, expect, test } from "vitest";
import { openBroadcastLinks } from "./broadcast-transport.ts";
import { transportContract } from "./transport.contract.ts";
import type { Transport } from "./transport.ts";

const until = async (done: () => boolean): Promise<void> => {
  for (let n = 0; n < 2000 && !done(); n++) await new Promise((go) => setImmediate(go));
  if (!done()) throw new Error("it did not come");
};

let opened = 0;
async function tabs(count: number) {
  const name = `case-${++opened}`;
  const all = Array.from({ length: count }, (_, n) => {
    const links = new Map<string, Transport>();
    const channel = new BroadcastChannel(name);
    const of = openBroadcastLinks(channel, `tab${n}`, (link, other) => void links.set(other, link));
    return { links, channel, ...of };
  });
  await until(() => all.every(({ links }) => links.size === count - 1));
  return all;
}

describe("broadcast channel", () => {
  transportContract(async () => {
    const [one, two] = await tabs(2);
    const [a, b] = [one?.links.get("tab1"), two?.links.get("tab0")];
    if (a === undefined || b === undefined) throw new Error("no link");
    return { ends: [a, b], until };
  });
});

test("[R6] three tabs: each pair has one link, and hears nothing of the others'", async () => {
  const [a, b, c] = await tabs(3);
  const heard: string[] = [];
  for (const [name, tab] of [
    ["b", b],
    ["c", c],
  ] as const)
    tab?.links
      .get("tab0")
      ?.start({ message: ([n]) => void heard.push(`${name}${n}`), end: () => void heard.push(`${name} end`) });
  a?.links.get("tab1")?.send(Uint8Array.of(1));
  a?.links.get("tab2")?.send(Uint8Array.of(2));
  await until(() => heard.length === 2);
  expect(heard.toSorted()).toEqual(["b1", "c2"]);
  a?.close();
  await until(() => heard.length === 4);
  expect(heard.toSorted()).toEqual(["b end", "b1", "c end", "c2"]);
});
