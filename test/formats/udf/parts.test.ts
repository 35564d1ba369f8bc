import { expect, it } from 'vitest';
import { arraySource } from '../../../src/formats/array-source.ts';
import { crc16 } from '../../../src/formats/udf/crc.ts';
import { decodeField, decodeName } from '../../../src/formats/udf/names.ts';
import { discForm } from '../../../src/formats/udf/recognise.ts';

// The usual test of a CRC, and the value that its description gives.
it.each([
  ['', 0],
  ['123456789', 0x31c3],
])('the CRC of %j is %i', (text, crc) => {
  expect(crc16(Buffer.from(text))).toBe(crc);
});

it.each([
  [[], ''],
  [[8], ''],
  [[8, 0x61, 0xe4], 'aä'],
  [[16, 0, 0x61, 0x65, 0xe5, 0x67, 0x2c], 'a日本'],
  [[16, 0xd8, 0x3d, 0xde, 0x00], '😀'],
])('the name %j is %j', (bytes, name) => {
  expect(decodeName(Uint8Array.from(bytes))).toBe(name);
});

it.each([
  [[8, 0x61, 0x62, 0, 0, 3], 'ab'],
  [[0, 0, 0, 0, 0, 0], ''],
  [[8, 0x61, 0x62, 0x63, 0x64, 200], 'abcd'],
])('the field %j holds %j', (bytes, name) => {
  expect(decodeField(Uint8Array.from(bytes))).toBe(name);
});

it.each([
  [[], 'none'],
  [['\x01CD001'], 'iso9660'],
  [['\x01CD001', '\xffCD001', '\0BEA01', '\0NSR02', '\0TEA01'], 'udf'],
  [['\0BEA01', '\0NSR03', '\0TEA01'], 'udf'],
  [['\0BEA01', '\0TEA01'], 'none'],
  [['\x01CD001', '\0other', '\0NSR02'], 'iso9660'],
])('%j is recognised as %s', (ids, form) => {
  const bytes = Buffer.alloc(60_000);
  ids.forEach((id, index) => {
    bytes.write(id, (16 + index) * 2048, 'latin1');
  });

  expect(discForm(arraySource(bytes))).toBe(form);
});
