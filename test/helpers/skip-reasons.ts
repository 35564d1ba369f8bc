import type { Reporter, TestModule } from 'vitest/node';

const pattern = /\(not run: (.*?)\)(?= > |$)/;

/**
 * Prints at the end which tests did not run and why: the reason stands in the title of each (`titled`), but the usual
 * report folds a file whose tests were all left out. A test that gives no reason is named as such.
 */
// biome-ignore lint/style/noDefaultExport: vitest loads a reporter from the default export.
export default class SkipReasons implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = new Map<string, number>();
    for (const module of modules) {
      for (const test of module.children.allTests('skipped')) {
        const reason =
          pattern.exec(test.fullName)?.[1] ?? `no reason given: ${module.relativeModuleId} ${test.fullName}`;
        counts.set(reason, (counts.get(reason) ?? 0) + 1);
      }
    }
    if (counts.size === 0) return;
    console.log('\nTests that did not run:');
    for (const [reason, count] of [...counts].sort()) console.log(`  ${count}: ${reason}`);
  }
}
