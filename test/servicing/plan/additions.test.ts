/** Languages and features on demand in a plan: their place, the update behind them, and its checkpoints. */
import { describe, expect, it } from 'vitest';
import type { PlanAdditions, PlanIndex, PlanInput, PlanUpdate } from '../../../src/servicing/plan/input.ts';
import { planServicing } from '../../../src/servicing/plan/plan.ts';
import { planScript } from '../../../src/servicing/plan/script/script.ts';
import { input, update } from './facts.ts';

const basic = 'Language.Basic~~~de-DE~0.0.1.0';
const german: PlanAdditions = {
  languages: [{ language: 'de-DE', source: 1, file: 'LOF/pack_de-de.cab', size: 700 }],
  capabilities: [basic],
  there: [],
};
const checkpoint = { uniqueId: 'c', articleId: '5043080' };
/** At the revision of the image; below it a checkpoint that the image is past. */
const lcu = (status: string): PlanUpdate => ({
  ...update('u', status),
  applicability: [
    {
      index: 1,
      status: status as 'Present',
      reasonCode: 'RevisionReached',
      reason: 'It is there.',
      revision: '26100.4349',
    },
  ],
  allCheckpoints: [checkpoint],
});

function plan(index: Partial<PlanIndex>, updates: PlanUpdate[], options: Partial<PlanInput['options']> = {}) {
  const given: PlanInput = input(['26200.4349'], updates, options);
  const indexes = given.image.indexes.map((each) => ({ ...each, ...index }));
  return planServicing({ ...given, image: { ...given.image, indexes } });
}

const kinds = ({ steps }: ReturnType<typeof plan>): string[] => steps.map(({ kind }) => kind);

describe('languages and features', () => {
  it('go in behind the servicing stack and before the cumulative update', () => {
    const stack = { ...update('s', '1.1'), kind: 'ServicingStackUpdate' };

    expect(kinds(plan({ additions: german }, [lcu('Applicable'), stack]))).toEqual([
      ...['check', 'copy', 'mount', 'add-update', 'add-language', 'add-capability', 'add-update'],
      ...['unmount', 'verify', 'publish'],
    ]);
  });

  it('are taken out of a disc first', () => {
    const files = [{ path: 'LOF/pack_de-de.cab', size: 700 }];
    const featureSources = [{ number: 1, path: '/lof.iso', isDisc: true, folders: ['LOF'], files }];

    const { steps, estimates } = plan({ additions: german }, [lcu('Applicable')], { featureSources });

    expect(steps.slice(0, 3).map(({ kind, target, bytes }) => [kind, target, bytes])[2]).toEqual([
      'take-features',
      '/lof.iso',
      700,
    ]);
    // Beside what an update alone takes: the pack on the drive, and what it expands to.
    expect(estimates.bytes).toBe(plan({}, [lcu('Applicable')]).estimates.bytes + 700 + 700 * 4);
  });

  it.each<[what: string, index: Partial<PlanIndex>, again: boolean]>([
    ['go in', { additions: german }, true],
    [
      'came after it',
      { behind: ['Microsoft-Windows-Client-LanguagePack-Package~31bf~amd64~de-DE~10.0.26100.1'] },
      true,
    ],
    ['are all there', { additions: { languages: [], capabilities: [], there: ['de-DE'] } }, false],
    ['were asked of nobody', {}, false],
  ])('have the update of the very revision put in again where they %s', (_what, index, again) => {
    const found = plan(index, [lcu('Present')]);
    const [taken] = found.assignments.flatMap(({ updates }) => updates);

    expect(taken?.checkpoints).toEqual(again ? [checkpoint] : undefined);
    expect(found.alreadyThere).toHaveLength(again ? 0 : 1);
    if (again) expect(taken?.reason).toMatch(/^the image has this revision, but /);
  });

  it('do not bring back an update that the image is past', () => {
    const older = {
      ...lcu('Present'),
      applicability: [{ ...lcu('Present').applicability[0], revision: '26100.4061' }],
    };

    const found = plan({ additions: german }, [older as PlanUpdate]);

    expect(kinds(found)).not.toContain('add-update');
    expect(found.warnings).toEqual([
      expect.stringMatching(/no cumulative update follows them: name the one of revision 26200\.4349/),
    ]);
  });

  it('need no checkpoint that the image is past when only an update goes in', () => {
    const [taken] = plan({}, [lcu('Applicable')]).assignments.flatMap(({ updates }) => updates);

    expect(taken?.checkpoints).toEqual([]);
  });

  it('are written for people, from a folder and from a disc', () => {
    const sha256 = 'a'.repeat(64);
    const facts = (isDisc: boolean) => {
      const source = {
        number: 1,
        path: "/it's/lof",
        isDisc,
        folders: ['LOF'],
        files: [{ path: 'LOF/pack_de-de.cab', size: 1 }],
      };
      const made = plan({ additions: german }, [], { featureSources: [source] });
      return planScript({ plan: made, image: { name: 'Image', path: '/i.wim', sha256 }, packages: new Map() });
    };

    expect(facts(false)).toContain(
      "$null = Add-WindowsPackage -Path $mount -PackagePath (Join-Path -Path '/it''s/lof' -ChildPath 'LOF\\pack_de-de.cab') -ScratchDirectory $scratch\r\n",
    );
    expect(facts(false)).toContain(
      `$null = Add-WindowsCapability -Path $mount -Name '${basic}' -Source (Join-Path -Path '/it''s/lof' -ChildPath 'LOF') -LimitAccess -ScratchDirectory $scratch\r\n`,
    );
    expect(facts(false)).not.toContain('DiskImage');
    const disc = facts(true);
    expect(disc.indexOf('Mount-DiskImage')).toBeLessThan(
      disc.indexOf("(Join-Path -Path $root['/it''s/lof'] -ChildPath 'LOF\\pack_de-de.cab')"),
    );
    expect(disc).toMatch(
      /\} finally \{\r\n {4}foreach \(\$each in \$discs\) \{ \$null = Dismount-DiskImage -ImagePath \$each \}\r\n\}\r\n$/,
    );
  });
});
