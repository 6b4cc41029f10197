/**
 * `pnpm start`: builds the web app when an input changed, then runs the relay, which prints the address as the last
 * line. Effects: processes, signals.
 *
 * 1. The relay is a child with a channel to this process: when this process ends in any way, the relay sees the channel
 *    close and ends too, so nothing is left behind on the port.
 */
import { spawn } from "node:child_process";
import { BUILD_COMMAND } from "./build.ts";
import { runTool } from "./step.ts";
import { root } from "./workspace.ts";

if (!(await runTool(BUILD_COMMAND))) {
  console.error("The web app could not be built; the reason is above.");
  process.exit(1);
}

const relay = spawn(process.execPath, ["apps/relay/src/main.ts", ...process.argv.slice(2)], {
  cwd: root,
  stdio: ["ignore", "inherit", "inherit", "ipc"],
});
// Ctrl-C reaches the relay too, through the terminal; this process only waits for it.
process.on("SIGINT", () => relay.kill("SIGINT"));
process.on("SIGTERM", () => relay.kill("SIGTERM"));
process.on("SIGHUP", () => relay.kill("SIGTERM"));
relay.on("error", (error) => {
  console.error(`The relay did not start: ${error.message}`);
  process.exit(1);
});
relay.on("exit", (code) => process.exit(code ?? 1));
