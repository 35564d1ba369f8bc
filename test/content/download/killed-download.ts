/** A process that downloads one file into a folder and says how far it is; a test ends it in the middle. */
import { openDownloads } from '../../helpers/downloads.ts';

const [folder = '', url = '', size = '', sha256 = ''] = process.argv.slice(2);
const downloads = openDownloads({}, folder);
const file = await downloads.download(
  { urls: [url], size: Number(size), sha256 },
  { policy: { patience: 30_000 }, onProgress: (done) => void process.stdout.write(`${done}\n`) },
);
process.stdout.write(`done ${file.digests.sha256} ${file.transferred}\n`);
