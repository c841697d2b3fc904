import { all, type LifeCycle } from '../step.ts';
import { acceptance } from './acceptance.ts';
import { after } from './after.ts';
import { failure } from './failure.ts';
import { proposal } from './proposal.ts';
import { running } from './running.ts';
import { selection } from './selection.ts';
import { stopping } from './stopping.ts';

/** The life of a task approved before 1/10/2025, at national level; ministries and provinces copy it. */
export const regimeA: LifeCycle = {
  regime: 'A',
  name: 'Nhiệm vụ KH&CN theo Luật 2013',
  law: 'Luật KH&CN 29/2013/QH13; tiếp tục áp dụng cho nhiệm vụ phê duyệt trước 1/10/2025 (Luật 93/2025/QH15 Đ73)',
  phases: [proposal, selection, running, stopping, acceptance, failure, after],
  ends: [
    {
      id: 'completed',
      name: 'Hoàn thành',
      when: all('accepted.achieved', 'settled', 'advancesCleared', 'effectReported.last'),
    },
    {
      id: 'not-achieved',
      name: 'Không đạt, đã xử lý',
      when: all('accepted.not-achieved', 'settled', 'advancesCleared'),
    },
    { id: 'terminated', name: 'Chấm dứt, đã xử lý', when: all('terminated', 'settled', 'advancesCleared') },
    { id: 'not-carried-out', name: 'Không thực hiện', when: 'abandoned' },
    { id: 'not-carried-out', name: 'Không thực hiện theo kết luận hội đồng', when: 'identified.do-not' },
  ],
};
