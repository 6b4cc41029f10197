/** Signatures as the relay checks them, beside the Sealer of everybody else. */
import { expect, it } from "vitest";
import { createSealer, type Bytes } from "@recourse/sync/protocol";
import { createNodeSealer } from "./node-sealer.ts";

const signed = async (text: Bytes): Promise<{ readonly edPub: Bytes; readonly signature: Bytes }> => {
  const pair = await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]);
  if (!("privateKey" in pair)) throw new Error("Ed25519 makes key pairs");
  return {
    edPub: new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)),
    signature: new Uint8Array(await crypto.subtle.sign("Ed25519", pair.privateKey, text)),
  };
};
const changed = (bytes: Bytes, at: number): Bytes => bytes.map((byte, n) => (n === at ? byte ^ 1 : byte));

it("[AC2, S2] good signatures are good; another text, key or signature, a byte too few and what is no key are not: as WebCrypto says", async () => {
  const text = new Uint8Array(43).fill(7);
  const { edPub, signature } = await signed(text);
  const stranger = await signed(text);
  const asked: readonly (readonly [string, Bytes, Bytes, Bytes])[] = [
    ["good", edPub, text, signature],
    ["again", edPub, text, signature],
    ["text", edPub, changed(text, 0), signature],
    ["key", stranger.edPub, text, signature],
    ["first half", edPub, text, changed(signature, 0)],
    ["second half", edPub, text, changed(signature, 40)],
    ["short", edPub, text, signature.subarray(1)],
    ["no point", new Uint8Array(32).fill(255), text, signature],
    ["zeros", new Uint8Array(32), text, new Uint8Array(64)],
    ["short key", edPub.subarray(1), text, signature],
    ["none", new Uint8Array(0), text, signature],
  ];
  const [here, everywhere] = [createNodeSealer(), createSealer()];
  for (const [what, ...of] of asked) {
    const good = what === "good" || what === "again";
    expect(await here.verify(...of), what).toBe(good);
    expect(await everywhere.verify(...of), what).toBe(good);
  }
});

it("[AC2] beyond those of one turn of the loop they are checked elsewhere, with the same answers; the next turn begins anew", async () => {
  const text = new Uint8Array(43).fill(3);
  const { edPub, signature } = await signed(text);
  const turns: (() => void)[] = [];
  const sealer = createNodeSealer((work) => void turns.push(work));
  const answers = await Promise.all(
    Array.from({ length: 300 }, (_, n) =>
      sealer.verify(edPub, text, n % 3 === 0 ? changed(signature, n % 64) : signature),
    ),
  );
  expect(answers).toEqual(Array.from({ length: 300 }, (_, n) => n % 3 !== 0));
  expect(turns.length).toBe(1);
  for (const turn of turns.splice(0)) turn();
  expect(await sealer.verify(edPub, text, signature)).toBe(true);
  expect(turns.length).toBe(1);
});
