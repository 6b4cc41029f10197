/** The shelf in the IndexedDB of a real browser. */
import { describe } from "vitest";
import { shelfContract } from "./blob-shelf.contract.ts";
import { createIndexedDbBlobShelf, openBlobShelfDatabase } from "./indexeddb-blob-shelf.ts";

const run = crypto.randomUUID();
let opened = 0;
describe("IndexedDB", () =>
  shelfContract(() => createIndexedDbBlobShelf(openBlobShelfDatabase(`shelf-${run}-${++opened}`))));
