// Runs before every script (node --import): says plainly when this Node is too old to run the TypeScript that follows.
// Plain JavaScript on purpose, so that an old Node gets as far as the message.
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    [
      `Recourse needs Node 22.18 or newer to run, and this is Node ${process.versions.node}.`,
      "On Linux and Windows the install brings its own Node 24; start through pnpm so that it is used:",
      "  npx -y pnpm@12 install && npx -y pnpm@12 start",
      "Elsewhere install Node 24 from nodejs.org and try again.",
    ].join("\n"),
  );
  process.exit(1);
}
