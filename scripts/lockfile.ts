/**
 * What a good lockfile is. Pure.
 *
 * 1. It names no download address, so an install takes everything from the registry that is set up, whichever that is.
 * 2. Libraries that break when loaded twice are there once: yjs (two copies do not recognise each other's types),
 *    solid-js (two copies do not share signals), zod (two copies do not recognise each other's schemas).
 */

/** Libraries of which there is exactly one version. */
const ONCE = ["yjs", "zod", "solid-js"] as const;

const packagesSection = (lockfile: string): string =>
  /^packages:\n([\s\S]*?)(?=^\S|$(?![\s\S]))/m.exec(lockfile)?.[1] ?? "";

/** The versions of a library in a lockfile's text. */
export const versionsOf = (lockfile: string, library: string): readonly string[] =>
  [...packagesSection(lockfile).matchAll(/^ {2}'?([^\s']+?)@([^@\s':()]+)'?:\s*$/gm)]
    .filter(([, name]) => name === library)
    .map(([, , version]) => version ?? "");

/** What is wrong with a lockfile's text, one line each; empty when nothing is. */
export const lockfileFindings = (lockfile: string): readonly string[] => {
  const addresses = lockfile
    .split("\n")
    .flatMap((line, index) =>
      /\bhttps?:|\btarball:/.test(line) ? [`line ${index + 1} names a download address`] : [],
    );
  const copies = ONCE.flatMap((library) => {
    const versions = versionsOf(lockfile, library);
    return versions.length === 1 ? [] : [`expected one version of ${library}, found: ${versions.join(", ") || "none"}`];
  });
  return [...addresses, ...copies];
};
