// Preloaded into a process that is measured: leaves its largest resident size (KiB) in the file BENCH_PEAK_FILE.
const { writeFileSync } = require('node:fs');
const { BENCH_PEAK_FILE: file } = process.env;
delete process.env.BENCH_PEAK_FILE;
if (file !== undefined) process.on('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS)));
