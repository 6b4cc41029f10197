/**
 * The pack with everything that loads apart, loaded once. Adapter.
 */
export { loadFullPack as withTexts } from "@recourse/pack-cn";
