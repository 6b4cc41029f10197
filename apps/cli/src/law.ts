/**
 * The pack with its long texts, loaded once. Adapter.
 */
import type { Pack } from "@recourse/core";
import { loadTexts, pack } from "@recourse/pack-cn";

/** The pack of China with verbatim texts. */
export const withTexts = async (): Promise<Pack> => ({ ...pack, texts: await loadTexts() });
