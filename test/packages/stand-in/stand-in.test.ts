import { describe, expect, it } from 'vitest';
import { cab, inspect, manifest, token, wimPackage } from '../made-package.ts';

const rollup = manifest(`Package_for_RollupFix~${token}~amd64~~26100.4770.1.20`);
const facts = JSON.stringify({
  formatVersion: 1,
  kind: 'CumulativeUpdatePreview',
  articleId: '5062660',
  build: 26100,
  revision: 4770,
  architecture: 'x64',
  baseline: '26100.1742',
});
const members = { 'update.mum': rollup, 'rehearsal.json': facts };

describe('a stand-in', () => {
  it.each([
    ['cab', cab(members)],
    ['msu-wim', wimPackage(members)],
    ['msu-cab', cab({ 'WSUSSCAN.cab': cab({ a: '' }), 'Windows11.0-KB5062660-x64.cab': cab(members) })],
  ])('is what it stands for, and says so (%s)', (format, bytes) => {
    expect(inspect(bytes)).toMatchObject({
      format,
      kind: 'CumulativeUpdatePreview',
      articleId: '5062660',
      revision: '26100.4770',
      baseline: '26100.1742',
      standIn: true,
      isOfflineServiceable: true,
    });
  });

  it.each(['no JSON', 'null', '[]', '{"kind": 5, "build": "x"}', '{"kind": "Unheard-of"}'])(
    'with the facts %s says what its manifest says',
    (text) => {
      expect(inspect(cab({ ...members, 'rehearsal.json': text }))).toMatchObject({
        kind: 'CumulativeUpdate',
        revision: '26100.4770',
      });
    },
  );
});
