/** One measurement of G7 in a process of its own: `heap-child.ts VARIANT FILE` prints bytes held and what was found. Effects: files, console. */
import { readFileSync } from "node:fs";
import { createDoc, createReader } from "@recourse/sync";
import * as Y from "yjs";
import { foundInNested } from "./nested.ts";
import { CASE_ID, foundIn, type Found } from "./workload.ts";

interface Held {
  readonly found: () => Found;
  /** Everything that stays alive. */
  readonly keep: unknown;
}

const yjs = (bytes: Uint8Array): Held => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, bytes);
  return { found: () => foundInNested(doc), keep: doc };
};

const variants: Readonly<Record<string, (bytes: Uint8Array) => Held>> = {
  ours: (bytes) => {
    const doc = createDoc();
    Y.applyUpdate(doc, bytes);
    const reader = createReader(doc, CASE_ID);
    const { live } = reader.current();
    return {
      found: () => foundIn(Object.keys(live.exhibit).length, Object.values(live.note)),
      keep: [doc, reader, live],
    };
  },
  nested: yjs,
  plain: yjs,
  json: (bytes) => {
    const file = JSON.parse(new TextDecoder().decode(bytes));
    return {
      found: () => foundIn(Object.keys(file.records.exhibit).length, Object.values(file.records.note)),
      keep: file,
    };
  },
};

const [variant = "", path = ""] = process.argv.slice(2);
const open = variants[variant];
if (open === undefined || globalThis.gc === undefined)
  throw new Error("usage: node --expose-gc heap-child.ts VARIANT FILE");

const held = (): number => {
  for (let n = 0; n < 4; n += 1) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

// Once before, so that compiled code and shapes are not counted.
open(readFileSync(`${path}.small`));
let bytes: Uint8Array | undefined = new Uint8Array(readFileSync(path));
const size = bytes.length;
const before = held() - size;
const opened = open(bytes);
bytes = undefined;
const after = held();
console.log(JSON.stringify({ bytes: after - before, found: opened.found(), kept: opened.keep !== undefined }));
