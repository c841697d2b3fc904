import { documentPolicy } from '../../src/features/documents/policy.ts';
import { intakePolicy } from '../../src/features/intake/policy.ts';
import { fresh, keys, type Office, type Row } from './office.ts';
import { seenAt, type Trial } from './trial.ts';

type ReviewSeen = {
  intake: Row & { state: string };
  review: { head: { version: number }; lines: Row[] } | null;
};

export async function intakeTrials({ chief, server }: Office): Promise<Trial[]> {
  const received = async (words: string) => {
    const text = `${fresh('THÔNG BÁO số')}\nKết luận của Giám đốc Sở tại cuộc họp giao ban\n${words}`;
    const { intake } = await chief.post<{ intake: { id: string } }>('/api/intakes/text', { text });
    await server.app.desk.idle();
    return intake.id;
  };
  const asks = await received(
    '1. Văn phòng:\n- Xây dựng kế hoạch kiểm tra nội bộ.\n- Tổ chức tập huấn sử dụng phần mềm.',
  );
  const settled = await received('các đơn vị đã họp và trao đổi thân mật về công tác năm qua.');
  const registered = await received('các đơn vị cùng ghi nhận kết quả công tác năm trước đó.');
  const { review } = await chief.get<ReviewSeen>(`/api/intakes/${asks}`);
  if (!review?.lines.length) throw new Error('nothing was read that asks for a decision');
  await chief.post(`/api/intakes/${registered}/confirm`, { direction: 'in' });
  const { intake } = await chief.get<{ intake: { documentId: string } }>(`/api/intakes/${registered}`);
  const ofIntake = (id: string, acts: ReturnType<typeof keys<keyof typeof intakePolicy.rules>>): Trial => {
    let version = 1;
    const bodies = {
      edit: () => ({ act: 'head', version, fields: { subject: fresh('Về việc thử') } }),
      confirm: () => ({ direction: 'in' }),
      drop: () => ({ reason: 'gửi nhầm' }),
      readAgain: () => undefined,
    };
    return {
      policy: intakePolicy,
      acts,
      look: async (viewer) => {
        const seen = await seenAt<ReviewSeen>(viewer, `/api/intakes/${id}`);
        version = seen?.review?.head.version ?? 1;
        return seen?.intake ?? null;
      },
      attempt: (act) => ({ params: { id }, body: bodies[act as keyof typeof bodies]() }),
    };
  };
  const all = keys(intakePolicy);
  const original: Trial = {
    policy: documentPolicy,
    acts: ['original'],
    look: (viewer) => seenAt<Row>(viewer, `/api/documents/${intake.documentId}`),
    attempt: () => ({ params: { id: registered } }),
  };
  return [
    ofIntake(asks, ['edit', 'confirm', 'readAgain', 'drop', ...all]),
    ofIntake(settled, ['edit', 'confirm', ...all]),
    original,
  ];
}
