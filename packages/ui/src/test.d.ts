/**
 * The two functions of Node that tests of style sheets use. Types only: with all of Node's types in the program, browser
 * sources could call Node unnoticed.
 */
declare module "node:fs" {
  export function readFileSync(path: URL, encoding: "utf8"): string;
  export function globSync(pattern: string, options: { readonly cwd: URL }): readonly string[];
}

interface ImportMeta {
  readonly url: string;
}
