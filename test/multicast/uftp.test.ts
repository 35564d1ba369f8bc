import { expect, it } from 'vitest';
import { dataAddress } from '../../src/multicast/place.ts';
import { filesOf, receiveCommand, receiversOf, sendCommand } from '../../src/multicast/uftp.ts';

/** What uftp 4.10.2 wrote of a session with three receivers. */
const sent = `CONNECT;success;0x00000002
CONNECT;success;0x00000001
CONNECT;failed;0x00000003
RESULT;0x00000002;big;a.bin;19531KB;copy;11909.50KB/s
RESULT;0x00000001;big;a.bin;19531KB;copy;12628.87KB/s
RESULT;0x00000002;head.json;0KB;copy;1.18KB/s
RESULT;0x00000001;head.json;0KB;rejected;1.17KB/s
HSTATS;target;copy;overwrite;skip;totalMB;time;speedKB/s
STATS;0x00000002;2;0;0;19MB;1.642;11891.44KB/s
`;
/** What uftpd wrote. */
const received = `CONNECT;2026/11/29-12:23:48;0A090001;8E596F5E;10.9.0.1;sender
RESULT;2026/11/29-12:23:50;0A090001;8E596F5E;big;a.bin;19531KB;copied
RESULT;2026/11/29-12:23:50;0A090001;8E596F5E;head.json;0KB;copied
`;

it('knows who has a file, also one whose name holds what stands between the fields', () => {
  expect([...receiversOf(sent, 'big;a.bin')]).toEqual(['0x00000002', '0x00000001']);
  expect([...receiversOf(sent, 'head.json')]).toEqual(['0x00000002']);
  expect([...receiversOf(sent, 'a.bin')]).toEqual([]);
});

it('knows which files are whole, and believes no line that is still written', () => {
  expect([...filesOf(received)]).toEqual(['big;a.bin', 'head.json']);
  for (let end = 0; end < received.length; end += 1) {
    const files = [...filesOf(received.slice(0, end))];
    expect(files.every((name) => ['big;a.bin', 'head.json'].includes(name))).toBe(true);
    expect(files.includes('head.json')).toBe(false);
  }
});

it.each([
  ['239.255.77.20', '239.255.77.21'],
  ['239.1.2.255', '239.1.2.0'],
])('sends data of %s on %s', (address, expected) => {
  expect(dataAddress(address)).toBe(expected);
});

it('gives the tools no value that is not behind its option, and files last', () => {
  const place = { address: '239.1.2.3', port: 5044, interface: '10.0.0.1' };
  const session = {
    statusFile: '/s/status',
    receivers: ['0x00000001', '0x00000002'],
    files: ['/a b.wim', '/s/head.json'],
  };
  const send = { ...place, ...session, encrypt: true, bandwidthLimit: 12_500_000, timeToLive: 2 };
  const words = sendCommand(send).arguments.join(' ');
  expect(words).toContain('-M 239.1.2.3 -P 239.1.2.4 -p 5044 -t 2 -I 10.0.0.1 -R 100000 -Y aes256-gcm');
  expect(words.endsWith('-H 0x00000001,0x00000002 -S /s/status /a b.wim /s/head.json')).toBe(true);
  expect(sendCommand({ ...send, encrypt: false }).arguments).not.toContain('-Y');

  const folders = { doneFolder: '/r/done', partFolder: '/r/part', statusFile: '/r/status' };
  expect(receiveCommand({ ...place, ...folders, id: '0x00000001' }).arguments.join(' ')).toBe(
    '-d -M 239.1.2.3 -p 5044 -U 0x00000001 -K rsa:2048 -x 1 -I 10.0.0.1 -D /r/done -T /r/part -F /r/status',
  );
});
