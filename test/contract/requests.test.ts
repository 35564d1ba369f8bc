/** What each operation takes and refuses. A new operation gets a row here: a good request, and bad ones with their place. */
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/errors.ts';
import { callOperation } from '../../src/operations/call.ts';
import { operations } from '../../src/operations/index.ts';
import type { Context } from '../../src/operations/operation.ts';

type Bad = [request: object, pointer: string];

const path = 'install.wim';
const image = 'Windows 11';
const id = 'an-id';
const page: Bad[] = [
  [{ limit: 0 }, '/limit'],
  [{ limit: -1 }, '/limit'],
  [{ limit: 1.5 }, '/limit'],
  [{ limit: '5' }, '/limit'],
];
const index: Bad[] = [
  [{ index: 0 }, '/index'],
  [{ index: -1 }, '/index'],
  [{ index: 1.5 }, '/index'],
];
const order: Bad[] = [
  [{ image, updates: 'KB5060842' }, '/updates'],
  [{ image, updates: [''] }, '/updates/0'],
  [{ image, indexes: [1, 0] }, '/indexes/1'],
  [{ image, latest: 'yes' }, '/latest'],
  [{ image: '' }, '/image'],
];
const spec = {
  ...{ name: 'A', edition: 'Enterprise', installationType: 'Client', release: '24H2' },
  ...{ build: 26100, revision: 1742, architecture: 'x64', language: 'en-US' },
};

const samples: Record<string, { good: object; bad: Bad[] }> = {
  'boot-image.add': {
    good: { path, name: image, version: '1' },
    bad: [
      [{ name: image }, '/path'],
      [{ path, name: '' }, '/name'],
    ],
  },
  'boot-image.list': { good: { name: 'Win*', limit: 1 }, bad: page },
  'boot-image.remove': { good: { bootImage: image }, bad: [[{}, '/bootImage']] },
  'boot-image.set': {
    good: { bootImage: image, name: 'B', path, version: '', description: 'A' },
    bad: [
      [{ name: 'B' }, '/bootImage'],
      [{ bootImage: image, path: '' }, '/path'],
    ],
  },
  'boot-image.show': { good: { bootImage: image }, bad: [[{ bootImage: '' }, '/bootImage']] },
  'upgrade-package.add': {
    good: { path, name: image, acceptEula: true, index: 2, to: path },
    bad: [
      [{ name: image }, '/path'],
      [{ path, name: '' }, '/name'],
    ],
  },
  'upgrade-package.list': { good: { name: 'Win*', limit: 1 }, bad: page },
  'upgrade-package.remove': { good: { upgradePackage: image }, bad: [[{}, '/upgradePackage']] },
  'upgrade-package.set': {
    good: { upgradePackage: image, name: 'B', path, version: '', description: 'A' },
    bad: [
      [{ name: 'B' }, '/upgradePackage'],
      [{ upgradePackage: image, path: '' }, '/path'],
    ],
  },
  'upgrade-package.show': { good: { upgradePackage: image }, bad: [[{ upgradePackage: '' }, '/upgradePackage']] },
  'bundle.export': {
    good: { to: path, update: ['KB5060842'], image, rule: 'A', since: '2025-06-10', for: path, content: false },
    bad: [
      [{}, '/to'],
      [{ to: '' }, '/to'],
      [{ to: path, update: [] }, '/update'],
      [{ to: path, content: 'no' }, '/content'],
    ],
  },
  'bundle.import': {
    good: { path, trust: ['0'.repeat(64)], content: true, inventory: path },
    bad: [
      [{}, '/path'],
      [{ path, trust: 'a' }, '/trust'],
      [{ path, trust: [''] }, '/trust/0'],
    ],
  },
  'configmgr.schedule': {
    good: { target: 'Windows 11', update: ['KB5060842'], at: '2030-01-08T22:00:00Z', continueOnError: true },
    bad: [
      [{}, '/target'],
      [{ target: image, update: [] }, '/update'],
      [{ target: image, continueOnError: 'yes' }, '/continueOnError'],
    ],
  },
  'category.list': { good: {}, bad: [[{ other: 1 }, '/other']] },
  'category.set': {
    good: { product: ['Windows 11'], classification: ['*'], language: ['de'], add: true, source: ['A'] },
    bad: [
      [{ product: [] }, '/product'],
      [{ language: [''] }, '/language/0'],
      [{ add: 1 }, '/add'],
    ],
  },
  'content.add': {
    good: { path, uniqueId: id, standIn: true },
    bad: [
      [{}, '/path'],
      [{ path: '' }, '/path'],
      [{ path, standIn: 1 }, '/standIn'],
    ],
  },
  'content.clear': {
    good: { uniqueId: [id], olderThan: 30, maximumSize: 0, superseded: true, unfinished: true, saveId: ['x'] },
    bad: [
      [{ olderThan: -1 }, '/olderThan'],
      [{ maximumSize: 1.5 }, '/maximumSize'],
      [{ quarantine: 'yes' }, '/quarantine'],
      [{ uniqueId: [''] }, '/uniqueId/0'],
    ],
  },
  'content.save': {
    good: { image, index: 1, rule: 'monthly', previous: 1, role: ['Checkpoint'], background: true },
    bad: [
      [{ uniqueId: [] }, '/uniqueId'],
      [{ image: '' }, '/image'],
      [{ image, index: 0 }, '/index'],
      [{ image, previous: -1 }, '/previous'],
      [{ image, role: ['x'] }, '/role/0'],
      [{ scheduleId: 5 }, '/scheduleId'],
    ],
  },
  'content.verify': { good: { uniqueId: [id] }, bad: [[{ uniqueId: id }, '/uniqueId']] },
  'content.list': { good: { uniqueId: [id], limit: 5, after: 'x' }, bad: page },
  'distribution.add': {
    good: { name: 'A', type: 'folder', path: '/share', groups: ['North'], enabled: false, settings: {} },
    bad: [
      [{ name: 'A' }, '/type'],
      [{ type: 'folder' }, '/name'],
      [{ name: 'A', type: 'folder', groups: [''] }, '/groups/0'],
    ],
  },
  'distribution.list': { good: { name: 'A*', group: 'North' }, bad: [[{ name: '' }, '/name']] },
  'distribution.remove': { good: { name: 'A' }, bad: [[{}, '/name']] },
  'distribution.send': {
    good: { image: ['Win*'], point: ['A'], group: ['North'], failed: true },
    bad: [
      [{}, '/image'],
      [{ image: [] }, '/image'],
      [{ image: ['A'], point: 'A' }, '/point'],
    ],
  },
  'distribution.serve': {
    good: { name: 'A', address: '127.0.0.1', port: 0, token: { environment: 'A' } },
    bad: [
      [{ name: 'A', token: 'the token itself' }, '/token'],
      [{ name: 'A', port: 70_000 }, '/port'],
      [{}, '/name'],
    ],
  },
  'distribution.set': {
    good: { name: 'A', newName: 'B', path: '/other', groups: [], enabled: true, settings: {} },
    bad: [[{ name: 'A', enabled: 'yes' }, '/enabled']],
  },
  'distribution.show': { good: { name: 'A', test: true }, bad: [[{}, '/name']] },
  'distribution.status': { good: { image: 'A', point: 'B', verify: true }, bad: [[{ image: '' }, '/image']] },
  'environment.check': {
    good: { image, powerShell: { version: '7.6.9', edition: 'Core' } },
    bad: [
      [{ image: '' }, '/image'],
      [{ powerShell: { version: '7.6.9' } }, '/powerShell/edition'],
      [{ powerShell: { version: '7.6.9', edition: 'Other' } }, '/powerShell/edition'],
    ],
  },
  'image.add': {
    good: { path, name: image, acceptEula: true, index: 2, to: path },
    bad: [
      [{ path, name: '' }, '/name'],
      [{ path, to: '' }, '/to'],
      [{ path, architecture: '' }, '/architecture'],
      [{ path, language: 'en_US; rm' }, '/language'],
      [{ name: image }, '/path'],
      [{ path, name: image, index: 0 }, '/index'],
    ],
  },
  'image.advice': { good: { image }, bad: [[{}, '/image']] },
  'image.compare': {
    good: { reference: image, difference: path },
    bad: [
      [{}, '/reference'],
      [{ reference: image, referenceIndex: 0 }, '/referenceIndex'],
    ],
  },
  'image.export': {
    good: { image, to: path, index: [1], compression: 'XPRESS' },
    bad: [
      [{ image }, '/to'],
      [{ image, to: path, compression: 'best' }, '/compression'],
    ],
  },
  'image.files': { good: { path, index: 1, under: '\\Windows' }, bad: [...page, ...index] },
  'image.inspect': { good: { path, packages: true }, bad: [[{ path: 5 }, '/path'], ...index] },
  'image.installed': { good: { image, index: 1 }, bad: index },
  'image.list': { good: { name: 'Win*', limit: 1 }, bad: page },
  'image.read': {
    good: { image, file: '\\a', to: 'b' },
    bad: [
      [{ image, to: 'b' }, '/file'],
      [{ image, file: '\\a' }, '/to'],
    ],
  },
  'image.refresh': {
    good: { image },
    bad: [
      [{}, '/image'],
      [{ image: '' }, '/image'],
    ],
  },
  'image.remove': {
    good: { image, content: true },
    bad: [
      [{}, '/image'],
      [{ image, content: 'yes' }, '/content'],
    ],
  },
  'image-version.remove': {
    good: { image, sourceVersion: 1 },
    bad: [
      [{ sourceVersion: 1 }, '/image'],
      [{ image }, '/sourceVersion'],
      [{ image, sourceVersion: 0 }, '/sourceVersion'],
    ],
  },
  'image.restore': {
    good: { image, sourceVersion: 1 },
    bad: [
      [{}, '/image'],
      [{ image, sourceVersion: 0 }, '/sourceVersion'],
      [{ image, sourceVersion: '1' }, '/sourceVersion'],
    ],
  },
  'image.save': {
    good: {
      ...{ image: ['A*'], from: 'https://north/', to: 'C', architecture: 'x64', language: 'de-DE', trust: ['0'] },
      ...{ token: { environment: 'TOKEN' }, rootCertificate: 'root.pem', spare: true, attempts: 2, patience: 5 },
    },
    bad: [
      [{ from: 'A' }, '/to'],
      [{ from: 'A', to: 'B', architecture: 'mips' }, '/architecture'],
      [{ from: 'A', to: 'B', token: {} }, '/token'],
    ],
  },
  'image.set': {
    good: {
      image,
      description: 'x',
      multicastAllow: true,
      retainVersion: 0,
      retainDays: 1,
      retainBytes: 1,
      retainAsSite: true,
    },
    bad: [
      [{}, '/image'],
      [{ image, retainVersion: -1 }, '/retainVersion'],
      [{ image, retainDays: 36501 }, '/retainDays'],
      [{ image, retainBytes: null }, '/retainBytes'],
      [{ image, description: null }, '/description'],
    ],
  },
  'image.show': { good: { image }, bad: [[{}, '/image']] },
  'image.status': { good: { image, uniqueId: [id] }, bad: [[{ uniqueId: id }, '/uniqueId'], ...index] },
  'image.verify': { good: { path }, bad: [[{ path: [] }, '/path']] },
  'image.versions': { good: { image }, bad: [[{}, '/image']] },
  'multicast.receive': {
    good: { to: path, trust: ['ab'.repeat(32)], interface: 'eth0' },
    bad: [
      [{}, '/to'],
      [{ to: path, interface: '--x' }, '/interface'],
      [{ to: path, waitMinutes: 0 }, '/waitMinutes'],
    ],
  },
  'multicast.send': {
    good: { image, receivers: 5, address: '239.1.2.3', port: 5000 },
    bad: [
      [{}, '/image'],
      [{ image, address: '10.0.0.1' }, '/address'],
      [{ image, port: 65535 }, '/port'],
      [{ image, bandwidthLimit: 0 }, '/bandwidthLimit'],
    ],
  },
  'log.show': {
    good: { runId: id, source: 'Dism', tail: 10, level: 'Error', after: 'x', wait: true, timeout: 1 },
    bad: [
      [{ source: 'Other' }, '/source'],
      [{ tail: 0 }, '/tail'],
      [{ level: 'debug' }, '/level'],
    ],
  },
  'notification.add': {
    good: {
      name: 'A',
      channel: 'mail',
      settings: {},
      event: ['RunFailed'],
      image: ['Win*'],
      imageAge: 40,
      overdue: 24,
    },
    bad: [
      [{ name: 'A', channel: 'mail' }, '/settings'],
      [{ name: '', channel: 'mail', settings: {} }, '/name'],
      [{ name: 'A', channel: 'mail', settings: {}, event: ['Party'] }, '/event/0'],
      [{ name: 'A', channel: 'mail', settings: {}, imageAge: 0 }, '/imageAge'],
    ],
  },
  'notification.list': { good: { name: 'A*' }, bad: [[{ name: '' }, '/name']] },
  'notification.remove': { good: { name: 'A' }, bad: [[{}, '/name']] },
  'notification.set': {
    good: { name: 'A', newName: 'B', enabled: false },
    bad: [
      [{ newName: 'B' }, '/name'],
      [{ name: 'A', event: [] }, '/event'],
    ],
  },
  'notification.show': { good: { name: 'A' }, bad: [[{}, '/name']] },
  'notification.test': { good: { name: 'A' }, bad: [[{}, '/name']] },
  'media.export': {
    good: { path, to: 'a.iso', format: 'iso', label: 'A_B', splitSize: 4_194_304_000, noPrompt: true, tool: 'oscdimg' },
    bad: [
      [{ path }, '/to'],
      [{ path, to: 'a', label: 'a b' }, '/label'],
      [{ path, to: 'a', splitSize: 5 }, '/splitSize'],
      [{ path, to: 'a', tool: 'other' }, '/tool'],
    ],
  },
  'media.update-boot-manager': {
    good: { path, authority: '2023', minimums: path },
    bad: [
      [{}, '/path'],
      [{ path, authority: '2011' }, '/authority'],
    ],
  },
  'package.inspect': {
    good: { path },
    bad: [
      [{}, '/path'],
      [{ path: 5 }, '/path'],
    ],
  },
  'plan.export': {
    good: { image, latest: true, to: path },
    bad: [
      [{ image, latest: true }, '/to'],
      [{ image, latest: true, to: '' }, '/to'],
    ],
  },
  'plan.show': { good: { image, latest: true, indexes: [1] }, bad: order },
  'rehearsal.image': {
    good: { out: path, spec: { indexes: [spec], upgradePackage: { bootRevision: 1742, bootManager: '2023' } } },
    bad: [
      [{ out: path, spec: { indexes: [spec], upgradePackage: 'yes' } }, '/spec/upgradePackage'],
      [{ out: path }, '/spec'],
      [{ out: path, spec: { indexes: [] } }, '/spec/indexes'],
      [{ out: path, spec: { indexes: [{ ...spec, build: -1 }] } }, '/spec/indexes/0/build'],
    ],
  },
  'rehearsal.package': {
    good: {
      out: path,
      spec: {
        form: 'msu-wim',
        kind: 'CumulativeUpdate',
        articleId: '5060842',
        release: '24H2',
        installationType: 'Client',
        build: 26100,
        revision: 1,
        architecture: 'x64',
      },
    },
    bad: [
      [{ out: path }, '/spec'],
      [{ spec: {} }, '/out'],
    ],
  },
  'release.import': { good: { path }, bad: [[{}, '/path']] },
  'release.list': {
    good: { product: 'Windows 11', articleId: 'KB5060842', kind: 'Preview', latest: true },
    bad: [[{ kind: 'preview' }, '/kind'], ...page],
  },
  'source.add': {
    good: { name: 'A', type: 'folder', path: '/packages', position: 1, enabled: false, settings: {} },
    bad: [
      [{ name: 'A' }, '/type'],
      [{ type: 'folder' }, '/name'],
      [{ name: 'A', type: 'folder', position: 0 }, '/position'],
      [{ name: 'A', type: 'folder', settings: 'x' }, '/settings'],
    ],
  },
  'source.list': { good: { name: 'A*' }, bad: [[{ name: '' }, '/name']] },
  'source.remove': { good: { name: 'A' }, bad: [[{}, '/name']] },
  'source.set': {
    good: { name: 'A', newName: 'B', enabled: true },
    bad: [
      [{}, '/name'],
      [{ name: 'A', enabled: 'no' }, '/enabled'],
    ],
  },
  'source.show': { good: { name: 'A' }, bad: [[{}, '/name']] },
  'source.test': { good: { name: 'A' }, bad: [[{}, '/name']] },
  'sync.list': { good: { source: ['A*'], limit: 5, after: 'x' }, bad: page },
  'sync.show': {
    good: { syncId: id, since: '2026-11-01T00:00:00Z', image: [image, 'Windows*'], limit: 1 },
    bad: [...page, [{ since: 'yesterday' }, '/since'], [{ image: '' }, '/image'], [{ image: [] }, '/image']],
  },
  'trust.show': {
    good: { path, index: 1, minimums: path },
    bad: [...index, [{ path: '' }, '/path'], [{ path, minimums: 5 }, '/minimums']],
  },
  'update.sync': {
    good: { source: ['A'], articleId: ['KB5060842', '5060843'], full: true },
    bad: [
      [{ source: 'A' }, '/source'],
      [{ articleId: ['five'] }, '/articleId/0'],
      [{ full: 1 }, '/full'],
    ],
  },
  'rule.add': {
    good: { name: 'Monthly', preview: 'exclude', superseded: false, postedWithin: 'P1M', required: true },
    bad: [
      [{}, '/name'],
      [{ name: 'a', postedWithin: 'Last1Month' }, '/postedWithin'],
      [{ name: 'a', maximumSize: -1 }, '/maximumSize'],
      [{ name: 'a', preview: 'maybe' }, '/preview'],
    ],
  },
  'rule.evaluate': { good: { name: 'Monthly', image }, bad: [[{}, '/name']] },
  'rule.list': { good: { name: 'M*' }, bad: [[{ name: 5 }, '/name']] },
  'rule.remove': { good: { name: 'Monthly' }, bad: [[{}, '/name']] },
  'rule.set': {
    good: { name: 'Monthly', newName: 'M' },
    bad: [
      [{}, '/name'],
      [{ name: 'a', previous: -1 }, '/previous'],
    ],
  },
  'rule.show': { good: { name: 'Monthly' }, bad: [[{}, '/name']] },
  'run.list': { good: { image, status: 'Failed' }, bad: [[{ status: 'failed' }, '/status'], ...page] },
  'run.show': { good: { runId: id }, bad: [[{}, '/runId']] },
  'run.start': {
    good: { image, updates: [id], wait: true, timeout: 5 },
    bad: [...order, [{ image, timeout: 'long' }, '/timeout']],
  },
  'run.stop': {
    good: { runId: id, wait: true },
    bad: [
      [{}, '/runId'],
      [{ runId: id, timeout: '1' }, '/timeout'],
    ],
  },
  'run.wait': {
    good: { runId: id, runIds: [id], timeout: 0.5 },
    bad: [
      [{}, '/runId'],
      [{ runId: 5 }, '/runId'],
      [{ runId: id, runIds: [''] }, '/runIds/0'],
    ],
  },
  'schedule.add': {
    good: { image, updates: [id], at: '2030-01-01T00:00:00Z', name: 'x', updateBootManager: '2023' },
    bad: [
      ...order,
      [{ image, updateBootManager: '2011' }, '/updateBootManager'],
      [{ maintenance: { part: 'content' } }, '/maintenance/part'],
      [{ image: [] }, '/image'],
      [{ image, name: 'x'.repeat(51) }, '/name'],
      [{ image, description: 'x'.repeat(128) }, '/description'],
    ],
  },
  'maintenance.list': { good: { scheduleId: id, limit: 1 }, bad: page },
  'maintenance.run': {
    good: {
      part: ['content'],
      declineRule: ['expired'],
      contentOlderThan: 90,
      contentMaximumSize: 0,
      retainVersion: 0,
    },
    bad: [
      [{ part: [] }, '/part'],
      [{ part: ['mounts'] }, '/part/0'],
      [{ declineRule: ['all'] }, '/declineRule/0'],
      [{ contentOlderThan: 0 }, '/contentOlderThan'],
      [{ retainVersion: -1 }, '/retainVersion'],
    ],
  },
  'schedule.clear': { good: { scheduleId: id }, bad: [[{ scheduleId: 5 }, '/scheduleId']] },
  'schedule.convert': {
    good: { scheduleString: '7913788000080000' },
    bad: [
      [{ scheduleString: '' }, '/scheduleString'],
      [{ schedules: [] }, '/schedules'],
      [{ schedules: [{ daily: {} }, { daily: { every: 0 } }] }, '/schedules/1/daily/every'],
    ],
  },
  'schedule.list': { good: { image, state: 'Running' }, bad: [[{ state: 1 }, '/state'], ...page] },
  'schedule.preview': {
    good: {
      schedule: {
        ...{ patchTuesday: { offsetDays: -3 }, duration: { hours: 4 }, start: '22:00', timeZone: 'Europe/Berlin' },
        ...{ from: '2026-01-01', until: '2027-01-01', missedRun: 'NextWindow', jitterMinutes: 30 },
        window: { weekDays: ['Saturday'], start: '20:00', minutes: 240 },
      },
      ...{ after: '2026-06-01', count: 3, estimateMinutes: 90 },
    },
    bad: [
      [{}, '/schedule'],
      [{ schedule: { daily: { every: 0 } } }, '/schedule/daily/every'],
      [{ schedule: { weekly: {} } }, '/schedule/weekly/weekDays'],
      [{ schedule: { weekly: { weekDays: ['Friday', 'Fryday'] } } }, '/schedule/weekly/weekDays/1'],
      [{ schedule: { monthlyByDate: { day: 32 } } }, '/schedule/monthlyByDate/day'],
      [{ schedule: { monthlyByWeekDay: { order: 'Fifth', weekDay: 'Friday' } } }, '/schedule/monthlyByWeekDay/order'],
      [{ schedule: { patchTuesday: { offsetDays: 40 } } }, '/schedule/patchTuesday/offsetDays'],
      [{ schedule: { interval: { weeks: 1 } } }, '/schedule/interval/weeks'],
      [{ schedule: { cron: '' } }, '/schedule/cron'],
      [{ schedule: { daily: {}, window: { start: '20:00', minutes: 0 } } }, '/schedule/window/minutes'],
      [{ schedule: { daily: {}, missedRun: 'Never' } }, '/schedule/missedRun'],
      [{ schedule: { daily: {} }, count: 0 }, '/count'],
      [{ schedule: { daily: {} }, count: 1001 }, '/count'],
    ],
  },
  'schedule.set': {
    good: { scheduleId: id, latest: true, schedule: { patchTuesday: {} }, enabled: false, reset: ['driverFolder'] },
    bad: [
      [{}, '/scheduleId'],
      [{ scheduleId: id, latest: false }, '/latest'],
      [{ scheduleId: id, updates: [] }, '/updates'],
      [{ scheduleId: id, schedule: { daily: { every: 0 } } }, '/schedule/daily/every'],
      [{ scheduleId: id, reset: ['name'] }, '/reset/0'],
    ],
  },
  'schedule.show': { good: { scheduleId: id }, bad: [[{}, '/scheduleId']] },
  'task.register': {
    good: {
      ...{ name: 'A', account: 'SYSTEM', scope: 'System', repetitionMinutes: 5, wakeComputer: false, serve: 'Web' },
      token: { secret: 'A', vault: 'B' },
    },
    bad: [
      [{ serve: 'Web', token: 'the token itself' }, '/token'],
      [{ serve: 'Web', token: {} }, '/token'],
      [{ serve: 'Web', token: { environment: 'a b' } }, '/token/environment'],
      [{ name: '../x' }, '/name'],
      [{ name: '' }, '/name'],
      [{ account: '' }, '/account'],
      [{ scope: 'user' }, '/scope'],
      [{ repetitionMinutes: 0 }, '/repetitionMinutes'],
      [{ repetitionMinutes: 0.5 }, '/repetitionMinutes'],
      [{ wakeComputer: 'yes' }, '/wakeComputer'],
      [{ serve: '' }, '/serve'],
    ],
  },
  'task.unregister': { good: { name: 'ImgUpdate' }, bad: [[{ name: 'a b' }, '/name']] },
  'task.list': { good: { name: 'Img*' }, bad: [[{ name: '' }, '/name']] },
  'schema.show': { good: { name: 'image' }, bad: [[{}, '/name']] },
  'servicing.repair': { good: { force: true }, bad: [[{ force: 'yes' }, '/force']] },
  'site.set': {
    good: { retainVersion: 0, dism: ['dism.exe'], servicingDrive: 'D:' },
    bad: [
      [{ retainVersion: -1 }, '/retainVersion'],
      [{ retainDays: -1 }, '/retainDays'],
      [{ retainBytes: 0.5 }, '/retainBytes'],
      [{ minimumFreeSpace: -1 }, '/minimumFreeSpace'],
      [{ maximumConcurrency: 0 }, '/maximumConcurrency'],
      [{ memoryPerRun: -1 }, '/memoryPerRun'],
      [{ dism: [5] }, '/dism/0'],
      [{ maximumDownloads: 0 }, '/maximumDownloads'],
      [{ bandwidthLimit: -1 }, '/bandwidthLimit'],
      [{ bandwidthWindow: '25:00-26:00' }, '/bandwidthWindow'],
      [{ proxy: 'file:///x' }, '/proxy'],
      [{ contentBaseUrls: ['ftp://x'] }, '/contentBaseUrls/0'],
      [{ contentBudget: -1 }, '/contentBudget'],
    ],
  },
  'site.show': { good: {}, bad: [] },
  'update.classify': {
    good: { titles: ['x'], products: ['y'] },
    bad: [
      [{}, '/titles'],
      [{ titles: 'x' }, '/titles'],
    ],
  },
  'update.decline': { good: { uniqueId: [id], undo: true }, bad: [[{ uniqueId: id }, '/uniqueId']] },
  'update.import': {
    good: { path: '-', format: 'wsus-export' },
    bad: [
      [{}, '/path'],
      [{ path, format: 'csv' }, '/format'],
    ],
  },
  'update.list': {
    good: { latest: true, family: 'Windows 11', architecture: 'x64', kind: 'CumulativeUpdate', explain: true },
    bad: [
      [{ architecture: 'amd64' }, '/architecture'],
      [{ kind: 'LCU' }, '/kind'],
      [{ deployed: 'yes' }, '/deployed'],
      [{ previous: -1 }, '/previous'],
      [{ preview: 'maybe' }, '/preview'],
      ...page,
    ],
  },
  'update.recommend': { good: { image, explain: true }, bad: index },
  'update.install': {
    good: { target: 'Mandatory', scanTimeout: 60, retryCount: 0, secondRestartWait: 0 },
    bad: [
      [{ target: 'Some' }, '/target'],
      [{ retryCount: 6 }, '/retryCount'],
      [{ scanTimeout: 0 }, '/scanTimeout'],
    ],
  },
  'update.set': {
    good: { id, hidden: true, note: 'x' },
    bad: [
      [{}, '/id'],
      [{ id, hidden: 'no' }, '/hidden'],
    ],
  },
  'update.show': { good: { id }, bad: [[{}, '/id']] },
  'worker.run': { good: { once: true }, bad: [[{ once: 'yes' }, '/once']] },
};

const names = [...operations.keys()].sort();
const { signal } = new AbortController();
const stop = new Error('the request was taken');
/** The world of an operation that may not begin: a good request is one that comes this far. */
const context = { signal, dryRun: true } as unknown as Context;

/** The problem of a request that is refused; undefined when it is taken. */
async function refusal(name: string, request: unknown): Promise<Problem | undefined> {
  const entry = operations.get(name);
  if (entry === undefined) throw new Error(`${name} is in no table`);
  const load = async () => ({ ...(await entry.load()), run: () => Promise.reject(stop) });
  try {
    await callOperation({ ...entry, load }, structuredClone(request), context);
  } catch (error) {
    if (error === stop) return undefined;
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('the operation was not called');
}

it('every operation has its samples', () => {
  expect(names.filter((name) => samples[name] === undefined)).toEqual([]);
});

describe.each(names.filter((name) => samples[name] !== undefined))('%s', (name) => {
  const { good, bad } = samples[name] ?? { good: {}, bad: [] };

  it('takes a good request', async () => {
    expect((await refusal(name, good))?.facts.errors).toBeUndefined();
  });

  it('refuses a member that it does not know, and names it', async () => {
    const problem = await refusal(name, { ...good, 'no/such~member': 1 });

    expect(problem).toMatchObject({ id: 'ImgRequestInvalid', exitCode: 4 });
    expect(problem?.facts.errors).toContainEqual({ pointer: '/no~1such~0member', message: 'is not a known member' });
  });

  it.each([[[]], ['text'], [5], [null]])('refuses %j', async (request) => {
    expect(await refusal(name, request)).toMatchObject({ id: 'ImgRequestInvalid', exitCode: 4 });
  });

  if (bad.length > 0) {
    it.each(bad)('refuses %j', async (request, pointer) => {
      const problem = await refusal(name, request);

      expect(problem).toMatchObject({ id: 'ImgRequestInvalid', exitCode: 4 });
      expect(problem?.facts.errors?.map((each) => each.pointer)).toContain(pointer);
    });
  }
});
