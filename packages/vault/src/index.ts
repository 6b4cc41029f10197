/**
 * @recourse/vault: bytes at rest. The folder adapter is `@recourse/vault/folder`, so that browsers never see node:fs.
 */
export { openBrowserStore, type BrowserStore, type BrowserStoreOptions } from "./browser-store.ts";
export { type BlobEntry, type BlobStore, type PutOptions, type PutReceipt, type PutSource } from "./blob-store.ts";
export {
  appendEntry,
  canonicalText,
  CUSTODY_FORMAT,
  custodyHash,
  CustodyDetailSchema,
  CustodyEntrySchema,
  type CustodyAction,
  type CustodyDetail,
  type CustodyEntry,
  type CustodyEvent,
  type CustodyHead,
  type NotCanonical,
} from "./custody.ts";
export { verifyChain, type CustodyFinding, type CustodyReport } from "./custody-check.ts";
export { readCustodyLines, writeCustodyLines, type CustodyLines } from "./custody-lines.ts";
export {
  createDigester,
  digest,
  sha256Hex,
  type Digest,
  type Digester,
  type PassOptions,
  type Progress,
} from "./digest.ts";
export { createIndexedDbStore, type IndexedDbOptions } from "./indexeddb.ts";
export { createMemoryStore, type MemoryOptions } from "./memory.ts";
export { createOpfsStore, type OpfsOptions } from "./opfs.ts";
export { PIECE_BYTES, type ByteSource } from "./pieces.ts";
export { connectVault, type VaultConnection } from "./vault-client.ts";
export { type VaultError } from "./vault-error.ts";
export { serveVault } from "./vault-server.ts";
