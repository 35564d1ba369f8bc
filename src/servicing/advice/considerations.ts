import type { ServicingAdvice } from '../../contract/generated/types.ts';

type Way = ServicingAdvice['ways'][number];

/** What speaks for and against each way, as Configuration Manager's documentation weighs them. */
export const considerations: Record<Way['way'], { advantages: string[]; disadvantages: string[] }> = {
  ServiceOffline: {
    advantages: [
      'Each computer installs fewer updates while it is deployed: less time, less traffic.',
      'Fewer updates can cause a restart.',
      'It runs by a schedule, and a rule chooses the updates.',
    ],
    disadvantages: [
      'The new file has to reach the distribution points.',
      'Only packages of Windows go in; Microsoft 365 Apps are not updated.',
    ],
  },
  InstallWhileDeploying: {
    advantages: ['The image stays as it came from its maker.', 'Nothing about the image can go wrong by changing it.'],
    disadvantages: [
      'Every computer may install many updates, and each deployment takes longer.',
      'Whatever else an organisation needs takes steps of its own.',
    ],
  },
  Recapture: {
    advantages: [
      'Each computer installs fewer updates while it is deployed, and fewer cause a restart.',
      'Applications and settings of the organisation are in it.',
      'Less differs from one deployment to the next.',
    ],
    disadvantages: [
      'Building, capturing and testing take time, which may be longer than a month of updates.',
      'The new file has to reach the distribution points.',
    ],
  },
};
