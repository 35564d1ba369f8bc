import { describe, expect, it } from 'vitest';
import { parseProducts, productKey, productKeys } from '../../src/updates/product.ts';

describe('parseProducts', () => {
  it.each([
    ['Windows 11', { role: 'system', family: 'Windows 11' }],
    ['72E7624A-5B00-45D2-B92F-E561C0A6A160', { role: 'system', family: 'Windows 11' }],
    ['Windows 10, version 1903 and later', { role: 'system', family: 'Windows 10', from: '1903' }],
    ['Windows 12, version 27H2 and later', { role: 'system', family: 'Windows 12', from: '27H2' }],
    ['Microsoft Server operating system-21H2', { family: 'Windows Server 2022', release: '21H2' }],
    ['Microsoft Server Operating System-28H2', { family: 'Windows Server', release: '28H2' }],
    ['Windows Server 2012 R2', { family: 'Windows Server 2012 R2' }],
    ['Windows 10 and later GDR-DU', { role: 'gdr-du', family: null }],
    ['Windows 10 Language Packs', { role: 'language', family: 'Windows 10' }],
  ])('reads %s', (name, expected) => {
    expect(parseProducts([name])).toMatchObject([expected]);
  });

  it('says nothing about names that it does not know', () => {
    expect(parseProducts(['Office 2016', '', '(', 'Microsoft Edge'])).toEqual([]);
  });
});

describe('productKeys', () => {
  it('finds an update by each product of a text that holds several, by GUID and without regard to case and commas', () => {
    const keys = productKeys([
      'Windows 10 LTSB Windows 10, version 1903 and later',
      '72e7624a-5b00-45d2-b92f-e561c0a6a160',
    ]);

    for (const asked of ['windows 10 ltsb', 'Windows 10, Version 1903 and later', 'Windows 11']) {
      expect(keys).toContain(productKey(asked));
    }
  });
});
