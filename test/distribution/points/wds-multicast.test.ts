/** Multicast transmissions of an image group, through a real PowerShell and a module that stands for its own. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anyMissing, titled } from '../../helpers/requires.ts';
import { livePowerShell, wdsStore } from '../../sources/live-site.ts';
import { openWdsSite, type WdsSite } from './wds-site.ts';

describe.skipIf(anyMissing(livePowerShell))(titled('a transmission of an image group', livePowerShell), () => {
  let site: WdsSite;
  beforeEach(async () => {
    site = await openWdsSite();
    await site.call('image.set', { image: 'Clients', multicastAllow: true });
    await site.set({ multicast: {} });
  });
  afterEach(() => site.close());

  const name = 'Windows 11 Enterprise';
  const allow = (more: object) => site.call('image.set', { image: 'Clients', ...more });
  /** `name: transmission` of the images that there are. */
  const offered = (): string[] =>
    site.stored().map(({ ImageName, Transmission }) => `${ImageName}: ${Transmission || 'none'}`);
  /** The calls since the last look that are of transmissions. */
  const casts = (): string[] => site.calls().filter((call) => /-Multicast |-StopMulticastTransmission /.test(call));

  it('is made of the proved version, which then says so', async () => {
    const { statuses, warnings } = await site.send();
    expect(warnings).toEqual([]);
    expect(statuses[0].targets).toMatchObject([{ state: 'Success', transmission: 'first client' }]);
    expect(offered()).toEqual([`${name}: ${name}`]);
    expect(site.stored()[0]?.Description).toMatch(
      /^Clients, version 1, SHA-256 [0-9a-f]{64}, multicast "Windows 11 Enterprise": first client$/,
    );
    const calls = site.calls();
    const made = calls.findIndex((call) => call.includes('-Multicast '));
    expect(calls[made]).not.toMatch(/-ClientCount|-StartTime|-ManualStart/);
    expect(calls.findIndex((call) => call.startsWith('Enable-'))).toBeLessThan(made);
    expect((await site.call('distribution.status', { image: 'Clients', verify: true })).document).toMatchObject({
      statuses: [{ numberSuccess: 1 }],
    });
  });

  it('is not made again with the same version, also on another day', async () => {
    await site.set({ multicast: { start: 'scheduled', at: '22:00' } });
    await site.send();
    const { clock } = site.ports;
    site.ports.clock = { ...clock, now: () => new Date(clock.now().getTime() + 3 * 24 * 3_600_000) };
    site.calls();
    const { statuses, warnings } = await site.send();
    expect(warnings).toEqual([]);
    expect(statuses[0].targets[0].transmission).toMatch(/^\d{4}-\d\d-\d\d 22:00$/);
    expect(site.calls().filter((call) => !call.startsWith('Get-'))).toEqual([]);
  });

  it.each([
    [{ start: 'manual', name: 'Lab' }, /-ManualStart True -Multicast True -TransmissionName Lab$/, 'by hand'],
    [
      { start: 'scheduled', clients: 30, at: '22:00' },
      /-ClientCount 30 .*-Multicast True -StartTime 12\/01\/2026 22:00:00 -TransmissionName Windows 11 Enterprise$/,
      '30 clients or 2026-12-01 22:00',
    ],
  ])('starts as the settings say: %j', async (multicast, call, transmission) => {
    site.ports.clock = { ...site.ports.clock, now: () => new Date(2026, 11, 1, 21, 59) };
    await site.set({ multicast });
    expect((await site.send()).statuses[0].targets).toMatchObject([{ transmission }]);
    expect(casts()).toEqual([expect.stringMatching(call)]);
  });

  it('of the version before is ended without force before that is disabled, and the new one has its own', async () => {
    await site.send();
    await site.next(2000);
    site.calls();
    expect((await site.send()).warnings).toEqual([]);
    expect(offered()).toEqual([`${name} (version 1): none`, `${name}: ${name}`]);
    expect(site.stored()[0]?.Description).toMatch(/SHA-256 [0-9a-f]{64}$/);
    const calls = site.calls();
    const at = (part: string): number => calls.findIndex((call) => call.includes(part));
    expect(calls[at('-StopMulticastTransmission ')]).not.toContain('-Force');
    expect(at('Enable-')).toBeLessThan(at('-StopMulticastTransmission '));
    expect(at('-StopMulticastTransmission ')).toBeLessThan(at('Disable-'));
  });

  it('that was just ended keeps its version until the next send, because clients may still be in it', async () => {
    await site.set({ keepPrevious: 0 });
    await site.send();
    await site.next(2000);
    expect((await site.send()).warnings).toEqual([]);
    expect(offered()).toEqual([`${name} (version 1): none`, `${name}: ${name}`]);
    await site.send();
    expect(offered()).toEqual([`${name}: ${name}`]);
  });

  it('that cannot be made is a warning, and is made with the next send', async () => {
    site.fail('Set-*-Multicast True*');
    const { statuses, warnings } = await site.send();
    expect(statuses[0].targets).toMatchObject([{ state: 'Success', deliveredVersion: 1, transmission: null }]);
    expect(warnings).toEqual([expect.stringMatching(/^WDS: the multicast transmission .* was not made.*0xc1030104/)]);
    site.work();
    expect((await site.send()).warnings).toEqual([]);
    expect(offered()).toEqual([`${name}: ${name}`]);
  });

  it('that cannot be ended is a warning, and the change-over is made all the same', async () => {
    await site.send();
    await site.next(2000);
    site.fail('*-StopMulticastTransmission*');
    const { statuses, warnings } = await site.send();
    expect(statuses[0].targets).toMatchObject([
      { state: 'Success', deliveredVersion: 2, transmission: 'first client' },
    ]);
    expect(warnings).toEqual([
      expect.stringMatching(/\(version 1\) was not ended: .*0xc1030104\. Where it still runs/),
    ]);
    expect(site.stored().map(({ Enabled }) => Enabled)).toEqual([false, true]);
    // With the version after that it is tried again.
    site.work();
    await site.next(2100);
    expect((await site.send()).warnings).toEqual([]);
    expect(offered()).toEqual([`${name} (version 2): none`, `${name}: ${name}`]);
  });

  it('changes with the settings, and goes with them', async () => {
    await site.send();
    await site.set({ multicast: { start: 'manual' } });
    site.calls();
    expect((await site.send()).statuses[0].targets).toMatchObject([{ transmission: 'by hand' }]);
    expect(casts()).toEqual([expect.stringContaining('-Stop'), expect.stringContaining('-ManualStart True')]);
    await site.set({ multicast: null });
    const { statuses, warnings } = await site.send();
    expect([warnings, statuses[0].targets[0].transmission, offered()]).toEqual([[], null, [`${name}: none`]]);
  });

  it.each([
    ['may not be sent to many', { multicastAllow: false }, /Set-ImgImage NAME -MulticastAllow \$true/],
    ['asks for encryption', { multicastEncrypt: true }, /Windows Deployment Services does not encrypt/],
  ])('is none, and ends, for an image that %s', async (what, change, remedy) => {
    await site.send();
    await allow(change);
    const { statuses, warnings } = await site.send();
    expect(statuses[0].targets).toMatchObject([{ state: 'Success', transmission: null }]);
    expect(warnings).toEqual([expect.stringContaining(what)]);
    expect(warnings[0]).toMatch(remedy);
    expect(offered()).toEqual([`${name}: none`]);
  });

  it('is made of an image that travels by multicast alone, with what a person must know of that', async () => {
    await allow({ multicastTransferOnly: true });
    expect((await site.send()).warnings).toEqual([expect.stringContaining('Download content locally when needed')]);
    expect(offered()).toEqual([`${name}: ${name}`]);
  });

  it('is made of each install image that an image becomes, and told when all have theirs', async () => {
    await site.close();
    site = await openWdsSite({}, { name: 'Pro', edition: 'Professional' });
    // The module stands for one that imports single indexes: these are they.
    for (const [at, index] of [name, 'Pro'].entries()) {
      await site.call('image.export', { image: 'Clients', index: [at + 1], to: join(wdsStore, `${index}.single`) });
    }
    await allow({ multicastAllow: true });
    await site.set({ multicast: { name: 'Lab' } });
    site.fail('Set-*-Multicast True -TransmissionName Lab (Pro)');
    const { statuses, warnings } = await site.send();
    expect(warnings).toEqual([expect.stringContaining('transmission of Pro was not made')]);
    expect(statuses[0].targets).toMatchObject([{ state: 'Success', transmission: null }]);
    expect(offered()).toEqual([`${name}: Lab (${name})`, 'Pro: none']);
    site.work();
    expect((await site.send()).statuses[0].targets).toMatchObject([{ transmission: 'first client' }]);
    expect(offered()).toEqual([`${name}: Lab (${name})`, 'Pro: Lab (Pro)']);
  });
});
