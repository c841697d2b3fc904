import type { ActKind, DirectiveAct } from '../../src/domain/directives/facts.ts';
import { directivePolicy, factPolicy } from '../../src/features/directives/policy.ts';
import { uuidv7 } from '../../src/storage/ids.ts';
import { fresh, keys, type Office, type Row } from './office.ts';
import { seenAt, type Trial } from './trial.ts';

export async function directiveTrials({ make, research, planning, chief, chiefId, today }: Office) {
  const given = (deadline: object) =>
    make('/api/directives', {
      words: fresh('Xây dựng báo cáo chuyên đề'),
      leadUnitId: research,
      deadline,
      givenOn: today,
    });
  const words = { text: '', span: [0, 0] };
  const dated = { kind: 'date', due: '2030-12-30', bound: 'by', ...words };
  const counted = {
    kind: 'relative',
    relative: { amount: 10, unit: 'working-day', from: 'ngày nhận đủ hồ sơ' },
    ...words,
  };
  const reason = 'theo thực tế công việc';
  const bodies: { [Kind in ActKind]: Omit<Extract<DirectiveAct, { kind: Kind }>, 'kind'> } = {
    received: {},
    refused: { reason },
    assigned: { assignee: { personId: chiefId, name: '' } },
    progressed: { percent: 40, words: 'đang làm', obstacle: null },
    evidenced: { name: 'Báo cáo', link: 'https://vidu.vn/bao-cao' },
    submitted: { words: 'trình kết quả' },
    returned: { reason },
    accepted: { words: 'đạt' },
    extensionAsked: { deadline: dated as never, reason },
    extended: { deadline: dated as never, reason, objective: false },
    extensionRefused: { reason },
    clockStarted: { event: 'nhận đủ hồ sơ' },
    clockPaused: { reason },
    clockResumed: {},
    transferred: { lead: { unitId: research, name: '' }, reason },
    suspended: { reason },
    workResumed: {},
    stopped: { reason },
  };
  const part = { words: 'Thu thập số liệu', leadUnitId: planning, deadline: { kind: 'none' } };
  const bodyOf = (act: string) =>
    act === 'part'
      ? part
      : act === 'correct'
        ? { reason: 'ghi nhầm' }
        : { act: { kind: act, ...bodies[act as ActKind] } };
  const ofDirective = ({ id }: { id: string }, acts: ReturnType<typeof keys>): Trial => ({
    policy: directivePolicy,
    acts,
    look: (viewer) => seenAt<Row>(viewer, `/api/directives/${id}`),
    attempt: (act) => ({ params: { id }, body: bodyOf(act) }),
  });
  const ofFact = ({ id }: { id: string }, at: number): Trial => {
    let version: number | undefined;
    return {
      policy: factPolicy,
      acts: ['retract'],
      look: async (viewer) => {
        const seen = await seenAt<{ version: number; history: Row[] }>(viewer, `/api/directives/${id}`);
        version = seen?.version;
        const fact = seen?.history[at];
        return fact ? { ...fact, ...(version !== undefined && { version }) } : null;
      },
      attempt: (_, seen) => ({
        params: { id },
        body: { factId: (seen as Row | null)?.id ?? uuidv7(), reason: 'ghi nhầm' },
      }),
    };
  };
  const all = keys(directivePolicy);
  const course = await given(dated);
  const ended = await given(dated);
  const clock = await given(counted);
  const mistaken = await given(dated);
  const touched = await given(dated);
  const act = (body: DirectiveAct) =>
    chief.post(`/api/directives/${touched.id}/acts`, { act: body }, { 'if-match': '"1"' });
  await act({ kind: 'suspended', reason });
  return [
    ofDirective(course, [
      ...all.filter((one) => one !== 'stopped' && one !== 'accepted'),
      'submitted',
      'accepted',
      'correct',
    ]),
    ofDirective(ended, ['refused', 'transferred', 'stopped', ...all]),
    ofDirective(clock, [
      'clockStarted',
      'clockPaused',
      'clockResumed',
      'extensionAsked',
      'extensionRefused',
      'extensionAsked',
      'extended',
      'suspended',
      'progressed',
      'workResumed',
    ]),
    ofDirective(mistaken, ['received']),
    ofFact(mistaken, 0),
    ofFact(touched, 0),
    ofFact(touched, 1),
  ];
}
