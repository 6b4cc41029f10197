/**
 * Build step: the two sample cases as archives, `samples/<name>.recourse.zip`, made by intake and core commands from the files in `samples/`.
 *
 * 1. The build fails where any step of a sample fails; the bytes depend on the sources only.
 * 2. A development server makes them when they are first asked for.
 */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Pack } from "@recourse/core";
import type { Plugin } from "vite";
import { makeSample, type MadeSample, type Sample } from "./sample-case.ts";
import { likes } from "./sample-stories/likes.ts";
import { membership } from "./sample-stories/membership.ts";

/** In the order they are offered. */
export const samples: readonly Sample[] = [membership, likes];

/** Where an archive is served. */
export const samplePath = (sample: Sample): string => `samples/${sample.name}.recourse.zip`;

/** `intake/…` are the sample files of the import package; everything else lies in `samples/`. */
const folderOf = (file: string): URL =>
  file.startsWith("intake/")
    ? new URL(`../../../packages/intake/samples/${file.slice("intake/".length)}`, import.meta.url)
    : new URL(`../samples/${file}`, import.meta.url);

/** A sample from the files of this repository. Errors: throws, naming sample and step. */
export async function makeFromSources(sample: Sample): Promise<MadeSample> {
  const read = async (file: string): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(await readFile(fileURLToPath(folderOf(file))));
  return makeSample(sample, { read, pack: await packWithTexts() });
}

async function packWithTexts(): Promise<Pack> {
  const { loadFullPack } = await import("@recourse/pack-cn");
  return loadFullPack();
}

/** Emits the archives, so that they are precached with everything else. */
export function sampleCases(): Plugin {
  return {
    name: "recourse-sample-cases",
    async generateBundle() {
      for (const sample of samples) {
        const { bytes } = await makeFromSources(sample);
        this.emitFile({ type: "asset", fileName: samplePath(sample), source: bytes });
      }
    },
    configureServer(server) {
      for (const sample of samples) {
        server.middlewares.use(`/${samplePath(sample)}`, (_request, response, next) => {
          const send = ({ bytes }: MadeSample): void => {
            response.setHeader("content-type", "application/zip");
            response.end(bytes);
          };
          makeFromSources(sample).then(send, next);
        });
      }
    },
  };
}
