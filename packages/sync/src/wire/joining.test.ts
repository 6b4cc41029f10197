/** Joining: two machines, the code they show, and people who cheat. */
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { concat, fromHex, toHex, type Bytes } from "../log/bytes.ts";
import { HELPER, OWNER, type Level } from "../log/entry.ts";
import { recordHash } from "../log/log-ids.ts";
import { admission } from "../log/member-changes.ts";
import {
  bytesFrom,
  createWorld,
  edit,
  everything,
  found,
  lower,
  person,
  put,
  take,
  write,
} from "../log/people.fixture.ts";
import { decodeInviteFragment, encodeInviteLink, inviteKeysOf } from "./invite-link.ts";
import { decodeJoinWord, encodeJoinWord, joinCode } from "./join-words.ts";
import { confirmJoin, createInviteDesk, createJoiner, isOpenInvite, type JoinerState } from "./joining.ts";

const EXPIRES = 2_000_000_000_000;

async function invited(seed: number, level: Level = HELPER, uses = 1) {
  const world = createWorld({ seed, sealed: true });
  const random = bytesFrom(world.random);
  const { alice, caseId } = await found(world);
  const link = { caseId, seed: random(32) };
  const keys = await inviteKeysOf(link);
  const { hash: invite } = await write(world, alice, { op: "invite", key: keys.edPub, level, expires: EXPIRES, uses });
  const place = { caseId, invite, keys, sealer: world.sealer, random };
  let time = EXPIRES - 1;
  const desk = createInviteDesk({ ...place, owner: alice.keys, log: alice.log, now: () => time });
  const joiner = async (name: string) => {
    const device = await world.device();
    return { device, ...(await createJoiner(place, device, name)) };
  };
  const admit = async (who: Awaited<ReturnType<typeof joiner>>): Promise<Bytes | undefined> => {
    const entry = await admission(alice.members, { keys: who.device, level, by: alice.keys.id, invite });
    if (!entry.ok) throw new Error(entry.error.kind);
    const { hash } = await write(world, alice, entry.value);
    return desk.admitted(toHex(who.name), hash);
  };
  return { world, random, alice, link, place, invite, desk, joiner, admit, at: (to: number) => void (time = to) };
}
type Joining = Awaited<ReturnType<Awaited<ReturnType<typeof invited>>["joiner"]>>;
const codeOf = (state: JoinerState): string | undefined => ("code" in state ? state.code : undefined);
const deliver = async (desk: Awaited<ReturnType<typeof invited>>["desk"], who: Joining, word: Bytes): Promise<void> => {
  const answer = await desk.hear(who.name, word);
  const next = answer === undefined ? undefined : await who.hear(answer);
  if (next !== undefined) await deliver(desk, who, next);
};

describe("link", () => {
  test("[JO1] what is handed on is what is read; anything else behind # is no invite", () => {
    const link = {
      caseId: recordHash("ca".repeat(32)).slice(0, 32),
      seed: Uint8Array.from({ length: 32 }, (_, n) => n),
    };
    // 32 bytes 00 01 … 1f in base64url: AAECAwQF…HR4f without padding, 43 letters.
    const text = `1.${"ca".repeat(16)}.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8`;
    const read = decodeInviteFragment(`#${text}`);
    expect(read).toEqual(link);
    if (read === undefined) throw new Error("not read");
    expect(encodeInviteLink("https://case.test", read)).toBe(`https://case.test/j#${text}`);
    // The last letter 8 is 111100; 9 is 111101, whose last two bits mean nothing: another spelling.
    for (const wrong of [
      "",
      text,
      `#2${text.slice(1)}`,
      `#${text}A`,
      `#${text.slice(0, -1)}`,
      `#${text.slice(0, -1)}9`,
      `#${text}?x`,
    ])
      expect(decodeInviteFragment(wrong), wrong).toBeUndefined();
  });
});

describe("two people", () => {
  test("[JO2] both show the same six digits, only after commit and reveal; the entry admits, the joiner confirms it in the log", async () => {
    const { world, alice, desk, joiner, admit } = await invited(1);
    const bob = await joiner("bob");
    const nonce = await desk.hear(bob.name, await bob.request());
    expect([codeOf(bob.state()), desk.requests().map(({ code, name }) => [code, name])]).toEqual([
      undefined,
      [[undefined, "bob"]],
    ]);
    const reveal = nonce === undefined ? undefined : await bob.hear(nonce);
    // The joiner could show a code now, the owner not before he has heard what it was bound to.
    expect(desk.requests()[0]?.code).toBeUndefined();
    if (reveal === undefined) throw new Error("nothing revealed");
    await desk.hear(bob.name, reveal);
    const code = codeOf(bob.state());
    expect(code).toMatch(/^\d{6}$/);
    expect(desk.requests()[0]?.code).toBe(code);
    const done = await admit(bob);
    if (done === undefined) throw new Error("nothing said");
    await bob.hear(done);
    const joined = bob.state();
    if (joined.is !== "admitted") throw new Error(joined.is);
    const at = await person(world, "bob", bob.device, alice.log.caseId);
    expect(confirmJoin(at.log, joined, bob.device.id)).toEqual({ ok: false, error: "not_owner" });
    await take(at, everything(alice));
    expect(confirmJoin(at.log, joined, bob.device.id)).toEqual({ ok: true, value: HELPER });
    // Admitted by an entry that is not there, or compared with a device that is no owner: not believed.
    expect(confirmJoin(at.log, { ...joined, admit: recordHash("00".repeat(32)) }, bob.device.id).ok).toBe(false);
    expect(confirmJoin(at.log, { ...joined, owner: bob.device.id }, bob.device.id)).toEqual({
      ok: false,
      error: "not_owner",
    });
    await lower(world, alice, at, 0);
    await take(at, everything(alice));
    expect(confirmJoin(at.log, joined, bob.device.id)).toEqual({ ok: false, error: "not_admitted" });
  });

  test("[JO2] the digits are those of the rule: label, case, invite, owner, both keys, both numbers", async () => {
    const { alice, invite, place, joiner } = await invited(2);
    const bob = await joiner("bob");
    const [nonceJ, nonceO] = [fromHex("01".repeat(32)), fromHex("02".repeat(32))];
    const text = concat(
      new TextEncoder().encode("case/code/1\0"),
      fromHex(place.caseId),
      fromHex(invite),
      fromHex(alice.keys.id),
      bob.device.edPub,
      bob.device.xPub,
      nonceJ,
      nonceO,
    );
    const first = createHash("sha256").update(text).digest().readBigUInt64BE(0);
    const code = await joinCode({
      caseId: place.caseId,
      invite,
      owner: alice.keys.id,
      joiner: bob.device,
      nonceJ,
      nonceO,
    });
    expect(code).toBe((first % 1_000_000n).toString().padStart(6, "0"));
  });

  test("[JO2] a request again after a lost connection gets the same answer; another one under the same name gets none", async () => {
    const { desk, joiner, place } = await invited(3);
    const bob = await joiner("bob");
    await deliver(desk, bob, await bob.request());
    const before = desk.requests();
    expect(await desk.hear(bob.name, await bob.request())).toBeDefined();
    expect(desk.requests()).toEqual(before);
    const other = await joiner("mallory");
    const word = await place.keys.open(concat(fromHex(place.invite), other.name), await other.request());
    if (word === undefined) throw new Error("does not open");
    const moved = await place.keys.seal(concat(fromHex(place.invite), bob.name), word, place.random(12));
    expect(await desk.hear(bob.name, moved)).toBeUndefined();
    expect(desk.requests().length).toBe(1);
  });
});

describe("people who cheat", () => {
  test("[JO2] who reveals another number than he was bound to, to reach a code he knows, is caught", async () => {
    const { desk, joiner, place } = await invited(4);
    const mallory = await joiner("mallory");
    const nonce = await desk.hear(mallory.name, await mallory.request());
    if (nonce === undefined) throw new Error("no answer");
    // He tries numbers until the code is the one bob shows; here the first will do.
    const word = encodeJoinWord({ is: "reveal", nonce: place.random(32) });
    await desk.hear(
      mallory.name,
      await place.keys.seal(concat(fromHex(place.invite), mallory.name), word, place.random(12)),
    );
    expect(desk.requests()[0]).toMatchObject({ is: "broken_promise", code: undefined });
    // And his true number does not help him after that.
    const late = await mallory.hear(nonce);
    if (late !== undefined) await desk.hear(mallory.name, late);
    expect(desk.requests()[0]?.is).toBe("broken_promise");
    expect(await desk.admitted(toHex(mallory.name), place.invite)).toBeUndefined();
  });

  test("[JO2] a relay in the middle, with keys of its own and the link, shows each of the two another code", async () => {
    const { world, alice, desk, joiner, place } = await invited(5);
    const bob = await joiner("bob");
    // To alice she is a joiner, to bob an owner device; the link she has too.
    const mallory = await joiner("bob");
    await deliver(desk, mallory, await mallory.request());
    const hers = createInviteDesk({ ...place, owner: await world.device(), log: alice.log, now: () => 0 });
    await deliver(hers, bob, await bob.request());
    const [atAlice, atBob] = [desk.requests()[0]?.code, codeOf(bob.state())];
    expect([atAlice, atBob].every((code) => code !== undefined && /^\d{6}$/.test(code))).toBe(true);
    expect(atAlice).not.toBe(atBob);
  });

  test("[JO3] a second request is shown, a fourth is not heard; an old or used link opens nothing", async () => {
    const { desk, joiner, admit, alice, invite, at } = await invited(6);
    const people = [await joiner("bob"), await joiner("bob"), await joiner("bob"), await joiner("bob")];
    for (const each of people) await deliver(desk, each, await each.request());
    expect(desk.requests().map(({ is }) => is)).toEqual(["comparing", "comparing", "comparing"]);
    const codes = desk.requests().map(({ code }) => code);
    expect(new Set(codes).size).toBe(3);
    expect(isOpenInvite(alice.log, invite, EXPIRES - 1)).toBe(true);
    expect(isOpenInvite(alice.log, invite, EXPIRES)).toBe(false);
    const [bob, second] = people;
    if (bob === undefined || second === undefined) throw new Error("nobody");
    await admit(bob);
    expect(isOpenInvite(alice.log, invite, EXPIRES - 1)).toBe(false);
    expect(desk.mayAdmit(toHex(second.name))).toBe(false);
    at(EXPIRES);
    expect(desk.mayAdmit(toHex(bob.name))).toBe(false);
    const no = await desk.refuse(toHex(second.name));
    if (no !== undefined) await second.hear(no);
    expect(second.state().is).toBe("refused");
  });

  test("[JO3] of a link for two a second person is taken in, a third is not", async () => {
    const { desk, joiner, admit } = await invited(7, OWNER, 2);
    for (const [n, may] of [true, true, false].entries()) {
      const who = await joiner(`n${n}`);
      await deliver(desk, who, await who.request());
      expect(desk.mayAdmit(toHex(who.name)), `${n}`).toBe(may);
      if (may) await admit(who);
    }
  });

  test("[JO2] words for another invite or joiner, or with a signature of another device, are not heard", async () => {
    const { desk, joiner, place, random } = await invited(8);
    const [bob, mallory] = [await joiner("bob"), await joiner("mallory")];
    expect(await desk.hear(mallory.name, await bob.request())).toBeUndefined();
    expect(await desk.hear(bob.name, random(100))).toBeUndefined();
    const word = await place.keys.open(concat(fromHex(place.invite), bob.name), await bob.request());
    const request = word === undefined ? undefined : decodeJoinWord(word);
    if (request?.is !== "request") throw new Error("no request");
    const stolen = encodeJoinWord({ ...request, keys: mallory.device });
    const sealed = await place.keys.seal(concat(fromHex(place.invite), mallory.name), stolen, random(12));
    expect(await desk.hear(mallory.name, sealed)).toBeUndefined();
    expect(desk.requests()).toEqual([]);
  });
});

test("[JO4] the joiner takes nothing from the words but what the log confirms: edits are no admission", async () => {
  const { world, alice, joiner } = await invited(9);
  const bob = await joiner("bob");
  const [record] = await edit(world, alice, put("o1/title", "x"));
  if (record === undefined) throw new Error("not written");
  const claimed = { is: "admitted", code: "000000", owner: alice.keys.id, admit: record.hash } as const;
  expect(confirmJoin(alice.log, claimed, bob.device.id)).toEqual({ ok: false, error: "not_admitted" });
});
