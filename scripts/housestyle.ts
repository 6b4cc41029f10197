/** Checks every text file of the project against the house style and prints what breaks it. Effects: files, console. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { styleFindings } from "./style-rules.ts";
import { projectFiles, root } from "./workspace.ts";

const TEXT =
  /\.(?:ts|tsx|mts|mjs|js|json|jsonc|css|html|md|yaml|yml|txt|sh|svg|webmanifest)$|(?:^|\/)(?:run|LICENSE|\.[a-z]+)$/;

const exists = (path: string): boolean => existsSync(join(root, path));

const files = projectFiles().filter((path) => TEXT.test(path) && exists(path));
const findings = files.flatMap((path) => styleFindings({ path, text: readFileSync(join(root, path), "utf8"), exists }));
for (const { path, line, message } of findings) console.error(`${path}:${line}: ${message}`);
console.log(`${files.length} files, ${findings.length} findings`);
process.exitCode = findings.length === 0 ? 0 : 1;
