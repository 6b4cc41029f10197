/** Ports of the dossier around one case in memory; originals are in a store in memory, too. */
import { pack } from "@recourse/pack-cn";
import { createMemoryStore } from "@recourse/vault";
import { createIds, FIXTURE_NOW, type MemoryCase } from "../parts/memory-case.fixture.ts";
import type { DossierPorts } from "./dossier.ts";
import type { OpenCases } from "./open-cases.ts";

/** Only what papers and bundles ask of an open case; anything else asked is a mistake and fails. */
const opened = (of: MemoryCase): OpenCases =>
  ({
    get: () => Promise.resolve({ session: { case: of.case }, live: of.live }),
    trouble: () => undefined,
  }) as unknown as OpenCases;

export function dossierPorts(of: MemoryCase): DossierPorts {
  const vault = createMemoryStore();
  return {
    open: opened(of),
    isHere: () => true,
    vault: () => vault,
    pack: () => Promise.resolve(pack),
    now: () => FIXTURE_NOW,
    lang: () => "zh-CN",
    mint: createIds(9000),
    clipboard: undefined,
  };
}
