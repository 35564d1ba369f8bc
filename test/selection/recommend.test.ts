import { describe, expect, it } from 'vitest';
import { derive } from '../../src/catalog/derive.ts';
import type { ImageFacts } from '../../src/selection/applicability.ts';
import { candidatesOf } from '../../src/selection/candidate.ts';
import { latest } from '../../src/selection/latest.ts';
import { recommend } from '../../src/selection/recommend.ts';
import { update } from '../helpers/updates.ts';

const document = update({
  uniqueId: 'july',
  title: '2025-07 Cumulative Update for Windows 11, version 24H2 for x64-based Systems (KB5062553) (26100.4652)',
});

function recommendFor(facts: Partial<ImageFacts>) {
  const image = {
    family: 'Windows 11',
    release: '24H2',
    architecture: 'x64',
    build: 26100,
    ubr: 4349,
    packages: [],
    ...facts,
  };
  const derived = derive(document);
  const { lines } = latest({ candidates: candidatesOf(document, derived) });
  return recommend({ image, lines, updates: new Map([[document.uniqueId, derived]]) });
}

describe('recommend', () => {
  it('names the cumulative update that the image lacks', () => {
    expect(recommendFor({})).toMatchObject({
      updates: [{ uniqueId: 'july', role: 'CumulativeUpdate' }],
      notNeeded: [],
    });
  });

  it('says that the image has it', () => {
    expect(recommendFor({ ubr: 4652 })).toMatchObject({ updates: [], notNeeded: [{ uniqueId: 'july' }] });
  });

  it('says that the catalog has nothing for the image', () => {
    expect(recommendFor({ release: '23H2' })).toMatchObject({ updates: [], notFound: [{ role: 'CumulativeUpdate' }] });
  });
});
