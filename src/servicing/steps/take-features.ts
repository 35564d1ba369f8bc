import { dirname, join } from 'node:path';
import { Problem } from '../../errors.ts';
import { writeNewFile } from '../../images/library/new-file.ts';
import { pacer } from '../../images/library/pacer.ts';
import { openFeatureSource } from '../additions/source.ts';
import type { Step } from './step.ts';

const piece = 4 << 20;

/** Takes what is needed of a disc with languages and features out with our own reader: nothing is mounted for it. */
export const takeFeatures: Step = {
  kind: 'take-features',
  weight: 2,
  async run(step, { ports, folder, plan, log, signal, progress }) {
    const source = plan.featureSources.find(({ path }) => path === step.target);
    if (source === undefined) throw new Problem('ImgUnexpected', { detail: `The plan has no source ${step.target}.` });
    const root = folder.features(source.number);
    const total = source.files.reduce((sum, { size }) => sum + size, 0);
    log.write(`Taking ${source.files.length} files (${total} bytes) out of ${source.path} to ${root}`);
    const disc = openFeatureSource(ports, source.path);
    try {
      const pace = pacer(ports, { signal, onProgress: (done) => progress((done / Math.max(1, total)) * 100) });
      let done = 0;
      for (const wanted of source.files) {
        const file = disc.files.find(({ path, size }) => path === wanted.path && size === wanted.size);
        if (file === undefined) {
          throw new Problem('ImgCapabilityNotFound', { detail: `${source.path} has changed: ${wanted.path} is gone.` });
        }
        const target = join(root, ...file.path.split('/'));
        ports.files.makeFolder(dirname(target));
        const content = disc.open(file);
        await writeNewFile(ports, target, async (sink) => {
          for (let at = 0; at < content.size; at += piece) {
            sink.append(content.read(at, Math.min(piece, content.size - at)));
            await pace(done + at, total);
          }
        });
        done += file.size;
      }
    } finally {
      disc.close();
    }
  },
};
