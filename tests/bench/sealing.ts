/** G9: sealing and signing what is typed in a burst, as the app gathers it, beside one WebCrypto call for each update. Effects: WebCrypto. */
import * as Y from "yjs";
// @boundaries-ignore updates are joined as the app joins them
import { mergeMany } from "../../packages/sync/src/log/merge-many.ts";
// @boundaries-ignore people who share a case, as the tests of the log make them
import { createWorld, edit, found, localUpdate } from "../../packages/sync/src/log/people.fixture.ts";
import { figure, gate, interleaved, ratio, type GoalResult } from "./figures.ts";
import { beginTyping, typedIn, typeOnce } from "./typed-edits.ts";

/** A record is sealed when so much has gathered. Source: CO5. Units: bytes. */
const GATHERED = 65_536;

/** Updates of a burst, each of one transaction. */
function burst(doc: Y.Doc, edits: number): readonly Uint8Array<ArrayBuffer>[] {
  return Array.from({ length: edits }, (_, n) => localUpdate(doc, (of) => typeOnce(of, n + 1))).filter(
    (update) => update !== undefined,
  );
}

/** Units: µs per edit. Gathers, joins, seals and signs; typing itself is not counted. */
async function gathered(edits: number, sealOnly: number[]): Promise<number> {
  const world = createWorld({ seed: 1, sealed: true });
  const { alice } = await found(world);
  await edit(world, alice, beginTyping);
  const updates = burst(alice.view.doc(), edits);
  const before = performance.now();
  let [heap, size]: [Uint8Array[], number] = [[], 0];
  let records = 0;
  let spentSealing = 0;
  const seal = async (): Promise<void> => {
    const joined = new Uint8Array(mergeMany(heap) ?? []);
    const began = performance.now();
    const sealed = await alice.author.update(joined);
    spentSealing += performance.now() - began;
    if (!sealed.ok) throw new Error(JSON.stringify(sealed.error));
    records += sealed.value.length;
    [heap, size] = [[], 0];
  };
  for (const update of updates) {
    heap.push(update);
    size += update.length;
    if (size >= GATHERED) await seal();
  }
  if (heap.length > 0) await seal();
  const spent = performance.now() - before;
  sealOnly.push((spentSealing * 1000) / edits);
  alice.view.catchUp();
  gate("G9 records in the log", alice.log.index.all().length, records + 2);
  gate("G9 edits", typedIn(alice.view.doc()).edits, edits);
  return (spent * 1000) / edits;
}

/** Units: µs per edit. */
async function each(edits: number, signs: boolean): Promise<number> {
  const doc = new Y.Doc();
  beginTyping(doc);
  const updates = burst(doc, edits);
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  const pair = await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
  if (!("privateKey" in pair)) throw new Error("no pair");
  const before = performance.now();
  let bytes = 0;
  for (const update of updates) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, update);
    bytes += sealed.byteLength;
    if (signs) bytes += (await crypto.subtle.sign("Ed25519", pair.privateKey, sealed)).byteLength;
  }
  const spent = performance.now() - before;
  gate(
    "G9 sealed bytes",
    bytes,
    updates.reduce((sum, { length }) => sum + length + 16 + (signs ? 64 : 0), 0),
  );
  return (spent * 1000) / edits;
}

export async function sealing(edits = 5000): Promise<readonly GoalResult[]> {
  const sealingOnly: number[] = [];
  const [ours = figure("", "", []), anchor = ours, sealOnly = ours] = await interleaved("µs per edit", [
    { name: "joined, sealed, signed and taken into the log", run: () => gathered(edits, sealingOnly) },
    { name: "WebCrypto per update, sealed and signed", run: () => each(edits, true) },
    { name: "WebCrypto per update, sealed only", run: () => each(edits, false) },
  ]);
  return [
    ratio(
      {
        id: "G9.burst",
        what: `sealing and signing a burst of ${edits} edits`,
        goal: "≤ 0.08 × per update",
        most: 0.08,
      },
      ours,
      anchor,
      [sealOnly, figure("of ours, without joining updates", "µs per edit", sealingOnly)],
    ),
  ];
}
