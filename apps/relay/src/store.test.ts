/** The store in memory. */
import { describe } from "vitest";
import { relayStoreContract } from "./store.contract.ts";
import { createMemoryStore } from "./store.ts";

describe("memory", () => relayStoreContract(async () => createMemoryStore(new Uint8Array(16).fill(7))));
