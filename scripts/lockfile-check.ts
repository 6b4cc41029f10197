/** Prints what is wrong with pnpm-lock.yaml and ends with 1 when something is. Effects: files, console. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lockfileFindings } from "./lockfile.ts";
import { root } from "./workspace.ts";

const path = join(root, "pnpm-lock.yaml");
const findings = existsSync(path) ? lockfileFindings(readFileSync(path, "utf8")) : ["is missing"];
for (const finding of findings) console.error(`pnpm-lock.yaml: ${finding}`);
process.exitCode = findings.length === 0 ? 0 : 1;
