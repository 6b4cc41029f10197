/**
 * Carry-over: a case older than its log, brought into one by its values. Effects through the store; randomness and clock as ports.
 *
 * 1. Every record is written anew by this device, so it can be shared; what was deleted or overwritten before stays behind.
 * 2. The new log counts only when the case reads back from the store equal to what went in; otherwise all of it is erased again.
 * 3. The old database is not touched here: whoever calls deletes it after this has succeeded, or keeps it.
 *
 * Source: CO2 (note `carried`), CO5.
 */
import { err, ok, type CaseFile, type Result } from "@recourse/core";
import { canonicalText } from "@recourse/vault";
import { caseFileFromDoc, fillFromCaseFile } from "../case-doc.ts";
import { createDoc } from "../layout.ts";
import { toHex, type Bytes } from "./bytes.ts";
import { createCaseLog, type CaseLog } from "./case-log.ts";
import { createCaseView } from "./case-view.ts";
import type { PublicKeys } from "./device-keys.ts";
import { foundCase } from "./genesis.ts";
import { createKeyring } from "./keyring.ts";
import { sessionId, type LogCaseId } from "./log-ids.ts";
import { sha256 } from "./sha256.ts";
import type { LogStore } from "./log-store.ts";
import type { SealError } from "./log-writer.ts";
import { NOTE_KINDS } from "./note.ts";
import { createAuthor, type AuthorPorts, type RecordAuthor } from "./record-author.ts";
import { splitUpdate } from "./split-update.ts";

export interface CarryPorts extends AuthorPorts {
  readonly store: LogStore;
}

export interface Carried {
  readonly caseId: LogCaseId;
  /** Records written, genesis included. */
  readonly records: number;
}

/** `not_equal`: what was read back differs; nothing is left of it. `not_canonical`: text with half a character in it. */
export type CarryError = SealError | { readonly kind: "not_equal" } | { readonly kind: "not_canonical" };

/** Units: bytes. Source: CO5. */
const PART = 65_536;

/**
 * Founds a log that says what the case file says. `recovery`: public keys of the recovery device. `names`: sealed beside genesis, who founds it.
 */
export async function carryOver(
  ports: CarryPorts,
  file: CaseFile,
  recovery: PublicKeys,
  names: Readonly<Record<string, string>> = {},
): Promise<Result<Carried, CarryError>> {
  const { device, sealer, random, store } = ports;
  const text = canonicalText(file);
  if (!text.ok) return text;
  const session = sessionId(toHex(random(8)));
  const { caseId, genesis } = await foundCase(ports, session, recovery, names);
  const keyring = createKeyring(sealer, [device]);
  const log = createCaseLog({ caseId, sealer, keyring });
  await log.receive([genesis.bytes]);
  const author = await createAuthor(ports, { log, keyring, session, head: { seq: 1, hash: genesis.hash } });
  const written = await writeAll(author, file, text.value);
  if (!written.ok) return written;
  const records = [genesis, ...author.written()].map(({ hash, bytes, head }) => ({
    hash,
    bytes,
    own: { log: author.log, seq: head.seq },
  }));
  const stored = await store.seal(caseId, { log: author.log, records, upTo: 0 });
  const back = stored.ok ? await readBack(ports, caseId, file) : stored;
  if (back.ok && back.value === text.value) return ok({ caseId, records: records.length });
  await store.erase(caseId);
  return back.ok ? err({ kind: "not_equal" }) : back;
}

async function writeAll(author: RecordAuthor, file: CaseFile, text: string): Promise<Result<void, CarryError>> {
  const doc = createDoc();
  doc.clientID = author.client;
  const updates: Bytes[] = [];
  doc.on("update", (update: Uint8Array) => void updates.push(new Uint8Array(update)));
  fillFromCaseFile(doc, file, "carry-over");
  for (const part of updates.flatMap((update) => splitUpdate(update, PART))) {
    const done = await author.update(part);
    if (!done.ok) return done;
  }
  const hash = await sha256(new TextEncoder().encode(text));
  const noted = await author.note({ kind: NOTE_KINDS.carried, value: hash });
  return noted.ok ? ok(undefined) : noted;
}

/** The case as the store has it, as canonical text; empty when it is no longer one. */
async function readBack(
  { store, sealer, device }: CarryPorts,
  caseId: LogCaseId,
  file: CaseFile,
): Promise<Result<string, CarryError>> {
  const loaded = await store.load(caseId);
  if (!loaded.ok) return loaded;
  const log: CaseLog = createCaseLog({ caseId, sealer, keyring: createKeyring(sealer, [device]) });
  await log.receive(loaded.value.records.map(({ bytes }) => bytes));
  const doc = createCaseView(log, createDoc).doc();
  const text = canonicalText(caseFileFromDoc(doc, file.caseId, file.packs));
  return text.ok ? text : ok("");
}
