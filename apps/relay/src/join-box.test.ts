/** Requests of joiners, held for owners who come later. */
import { expect, it } from "vitest";
import { recordHash } from "@recourse/sync/protocol";
import { createJoinBox, type JoinFrame } from "./join-box.ts";

const invite = recordHash("aa".repeat(32));
const word = (name: number, letter = 1): JoinFrame => ({
  is: "join",
  invite,
  joiner: new Uint8Array(16).fill(name),
  sealed: Uint8Array.of(letter),
});

it("[RL2] three joiners per invite; one who comes again has his place; answers go to him alone, and only while he is there", () => {
  const box = createJoinBox();
  const heard: string[] = [];
  const answer = (name: string) => (frame: JoinFrame) => void heard.push(`${name}${frame.sealed[0]}`);
  const first = answer("a");
  expect([box.ask(word(1), first), box.ask(word(2), answer("b")), box.ask(word(3), answer("c"))]).toEqual([
    true,
    true,
    true,
  ]);
  expect(box.ask(word(4), answer("d"))).toBe(false);
  expect(box.ask({ ...word(4), invite: recordHash("bb".repeat(32)) }, answer("e"))).toBe(true);
  box.answer(word(1, 7));
  box.leave(first);
  box.answer(word(1, 8));
  expect([heard, box.asked().length]).toEqual([["a7"], 3]);
  expect(box.ask(word(1, 2), answer("again"))).toBe(true);
  box.answer(word(1, 9));
  // What an owner who comes later hears first is what was said first.
  expect([heard, box.asked()[0]?.sealed[0]]).toEqual([["a7", "again9"], 1]);
});
