import { expect, it } from 'vitest';
import { translator } from '../../src/emulator/languages.ts';
import { makeImage, useBench } from './emulator.ts';

const bench = useBench();

it.each([
  ['de-DE', 'Error: 112', 'Fehler: 112'],
  ['de-AT', 'Size : 1.200 bytes', 'Größe : 1.200 Bytes'],
  ['zh-CN', 'Image Index : $1 and $&', '映像索引 : $1 and $&'],
  ['es-ES', 'Version: 10.0.19041.844', 'Versión: 10.0.19041.844'],
  ['es-ES', 'The specified package is not applicable.', 'The specified package is not applicable.'],
  ['en-GB', 'Error: 112', 'Error: 112'],
  ['fi-FI', 'Error: 112', 'Error: 112'],
])('in %s says of %j %j', (culture, english, other) => {
  expect(translator(culture)(english)).toBe(other);
});

it('speaks the language of the machine, with its digits, unless /English is asked for', async () => {
  const image = makeImage(bench().path('a.wim'));
  bench().env['IMGUPDATE_DISM_CULTURE'] = 'es-ES';

  const spanish = await bench().withoutEnglish('/Get-ImageInfo', `/ImageFile:${image}`);
  const english = await bench().dism('/Get-ImageInfo', `/ImageFile:${image}`);

  expect(spanish.stdout).toMatch(
    /\r\nTamaño : \d{3}\.\d{3} bytes\r\n\r\nLa operación se completó correctamente\.\r\n$/,
  );
  expect(english.stdout).toMatch(/\r\nSize : \d{3}\.\d{3} bytes\r\n\r\nThe operation completed successfully\.\r\n$/);
});
