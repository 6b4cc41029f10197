/**
 * Blobs: originals at rest, behind a worker that is started on first use. Adapter.
 */
import type { Result, Sha256 } from "@recourse/core";
import type { BlobStore, connectVault, VaultError } from "@recourse/vault";
import { createEffect, createSignal, on, onCleanup } from "solid-js";
// oxlint-disable-next-line import/default -- the bundler makes it: the address of the built worker.
import hashWorkerUrl from "../workers/hash-worker.ts?worker&url";
import { scriptUrl } from "./app-url.ts";

export interface Blobs {
  /**
   * The original as a Blob, read when used. One that another device has is waited for; with `patient` also one that nobody has offered yet, which may
   * take for ever: for pictures that draw themselves when they can.
   */
  readonly get: (sha256: Sha256, patient?: boolean) => Promise<Result<Blob, VaultError>>;
  /**
   * An address for an `<img>` or `<video>`, undefined until it is there or when it cannot be had. Tracked; the address is given back with the owner.
   */
  readonly url: (sha256: () => Sha256 | undefined, mediaType?: string) => () => string | undefined;
  /** For services; the documents must have been loaded. */
  readonly store: () => BlobStore;
}

export interface BlobsPorts {
  /** Resolves when the documents, and with them `connect`, are loaded. */
  readonly ready: () => Promise<unknown>;
  readonly connect: () => typeof connectVault;
  /** Asks for bytes that another device has; resolves when they are here, undefined when nobody could bring them (BL2). */
  readonly arrives: (sha256: Sha256, unnamed: boolean) => Promise<void> | undefined;
}

/** The worker is started with the first question. */
export function createBlobs({ ready, connect, arrives }: BlobsPorts): Blobs {
  let connected: BlobStore | undefined;
  const store = (): BlobStore => {
    if (connected === undefined) {
      const worker = new Worker(scriptUrl(hashWorkerUrl), { type: "module", name: "originals" });
      const { port1, port2 } = new MessageChannel();
      worker.postMessage(port2, [port2]);
      const connection = connect()(port1);
      // A worker that cannot run answers nothing: whoever waits must hear of it.
      worker.addEventListener("error", () => {
        connection.close();
        connected = undefined;
      });
      connected = connection.store;
    }
    return connected;
  };
  return {
    store,
    get: async (sha256, patient = false) => {
      await ready();
      const got = await store().get(sha256);
      const coming = got.ok ? undefined : arrives(sha256, patient);
      if (coming === undefined) return got;
      await coming;
      return store().get(sha256);
    },
    url: (sha256, mediaType) => {
      const [url, setUrl] = createSignal<string | undefined>(undefined);
      createEffect(
        on(sha256, (wanted) => {
          let current = true;
          let given: string | undefined;
          onCleanup(() => {
            current = false;
            setUrl(undefined);
            if (given !== undefined) URL.revokeObjectURL(given);
          });
          if (wanted === undefined) return;
          const show = async (): Promise<void> => {
            await ready();
            let got = await store().get(wanted);
            if (!got.ok && current) {
              await arrives(wanted, true);
              got = await store().get(wanted);
            }
            if (!current || !got.ok) return;
            // The store keeps bytes, not types.
            given = URL.createObjectURL(got.value.slice(0, got.value.size, mediaType ?? ""));
            setUrl(given);
          };
          void show();
        }),
      );
      return url;
    },
  };
}
