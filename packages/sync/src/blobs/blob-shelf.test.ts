/** What every shelf must do, in memory and in fake IndexedDB. */
import "fake-indexeddb/auto";
import { describe } from "vitest";
import { createMemoryBlobShelf } from "./blob-shelf.ts";
import { shelfContract } from "./blob-shelf.contract.ts";
import { createIndexedDbBlobShelf, openBlobShelfDatabase } from "./indexeddb-blob-shelf.ts";

describe("memory", () => shelfContract(() => createMemoryBlobShelf()));
let opened = 0;
describe("fake IndexedDB", () =>
  shelfContract(() => createIndexedDbBlobShelf(openBlobShelfDatabase(`shelf-${++opened}`))));
