// Compiles the decoders of `src/formats/assembly/` to WebAssembly, each into a file of the source tree that holds it as text. The
// bundle then needs no file beside it, and a build from a clean clone shows whether what is committed is current.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const modules = {
  'src/formats/assembly/lzms.ts': 'src/formats/lzms/module.ts',
  'src/formats/assembly/lzx.ts': 'src/formats/lzx/module.ts',
  'src/formats/assembly/xpress.ts': 'src/formats/xpress/module.ts',
};

/** No runtime and no checks of the compiler's own: the decoders only load and store. Seven pages hold their tables. */
const options = ['--runtime', 'stub', '--noAssert', '-O3', '--enable', 'simd', '--initialMemory', '7'];

/** Path below the root -> text. */
export function assembledModules(root: string): [string, string][] {
  return Object.entries(modules).map(([source, target]) => {
    const text = compiled(root, source).toString('base64');
    return [
      target,
      `// Made by \`npm run generate\` from ${source}. Do not edit.\nexport const module =\n  '${text}';\n`,
    ];
  });
}

function compiled(root: string, source: string): Buffer {
  const compiler = createRequire(import.meta.url).resolve('assemblyscript/bin/asc.js');
  const folder = mkdtempSync(join(tmpdir(), 'imgupdate-assembly-'));
  try {
    const file = join(folder, 'module.wasm');
    // Relative paths, so that the result does not depend on where the project lies.
    execFileSync(process.execPath, [compiler, source, '--outFile', file, ...options], { cwd: root, stdio: 'inherit' });
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
