'use strict';

// First step of every script: Node 20 can run this file, so a machine where the optional Node is missing gets a
// sentence instead of a syntax error from the middle of a build.
const [major, minor] = process.versions.node.split('.').map(Number);
const newEnough = (major === 24 && minor >= 11) || major >= 26;

if (!newEnough) {
  console.error(
    `ImgUpdate needs Node 24.11 or newer (24.x, or 26 and later) to build and test; this is ${process.version}. ` +
      'npm ci brings one as an optional dependency on x64 Linux and Windows: run npm ci without --omit=optional.',
  );
  process.exit(5);
}
