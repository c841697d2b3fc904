import { DossierContent } from '../../src/domain/calls/dossier.ts';
import { permissionsOf } from '../../src/domain/permissions/policy.ts';
import type { Named } from '../../src/domain/tasks/change.ts';
import type { TaskEvent } from '../../src/domain/tasks/facts.ts';
import { openCall } from '../../src/features/calls/commands.ts';
import { type Actor, type Context, command } from '../../src/features/context.ts';
import { inviteOutside } from '../../src/features/outsiders/accounts.ts';
import { beginDossier, saveDossier } from '../../src/features/portal/dossiers.ts';
import { attachFile } from '../../src/features/portal/files.ts';
import { submitDossier } from '../../src/features/portal/filing.ts';
import { getPortal } from '../../src/features/portal/home.ts';
import { recordOwnStep } from '../../src/features/portal/own-steps.ts';
import { getOwnTask } from '../../src/features/portal/own-task.ts';
import { recordStep } from '../../src/features/tasks/commands.ts';
import { getTask } from '../../src/features/tasks/get.ts';
import { docxOf } from '../docx.ts';
import { momentOf } from '../two-years/moment.ts';

/** Tasks whose call is open, and one whose call has closed; by their place among the sixty. */
export const calledOrders = { open: [59, 60], closed: 57 } as const;

/**
 * People outside the department who come in through the portal: of the host at a place of the list, there for all of its tasks or
 * for those of one investigator, or as an investigator.
 */
const outsiders = [
  { userName: 'nonglam.hoa', fullName: 'Trần Thị Hoa', hostAt: 0 },
  { userName: 'nonglam.bach', fullName: 'Ngô Xuân Bách', hostAt: 0 },
  { userName: 'caytrong.mai', fullName: 'Lý Thị Mai', hostAt: 1 },
  { userName: 'nonglam.lan', fullName: 'Hà Ngọc Lan', hostAt: 0, ofAt: 0 },
  { userName: 'ts.giang', fullName: 'Triệu Minh Giang', investigatorAt: 2 },
] as const;

interface Partners {
  hosts: readonly Named[];
  investigators: readonly Named[];
}

/** As of the morning of a day so long ago. */
function ago(ctx: Context, days: number): Context {
  const day = ctx.today().subtract({ days });
  return { ...ctx, today: () => day, clock: () => Temporal.Instant.from(momentOf(day, 75)) };
}

/**
 * Opens the calls of the demo and lets hosts answer them: one open, with a dossier that two people write and one that is
 * filed; one closed, its dossiers opened and one of them proposed by the council, so that its host has it to finish.
 */
export async function replayCalls(
  ctx: Context,
  clerk: Actor,
  { hosts, investigators }: Partners,
  taskOf: ReadonlyMap<number, string>,
): Promise<void> {
  const office = { ...clerk, permissions: permissionsOf(deciding) };
  const [college, collegeToo, institute] = await inviteAll(ctx, office, { hosts, investigators });
  if (!college || !collegeToo || !institute) throw new Error('The demo lacks hosts');
  const ids = (orders: readonly number[]) => orders.flatMap((order) => taskOf.get(order) ?? []);
  const closed = await called(ctx, office, { taskIds: ids([calledOrders.closed]), days: [55, 18], order: 1 });
  const open = await called(ctx, office, { taskIds: ids(calledOrders.open), days: [10, -40], order: 2 });
  const [first = '', second = ''] = open.taskIds;
  const [proposed = ''] = closed.taskIds;
  await answer(ago(ctx, 20), institute, {
    callId: closed.callId,
    taskId: proposed,
    lead: 'ThS. Lê Thu Quỳnh',
  });
  await answer(ago(ctx, 19), college, {
    callId: closed.callId,
    taskId: proposed,
    lead: 'TS. Nguyễn Thị Khuê',
  });
  await evaluate(ctx, office, proposed, hosts[0]?.id ?? null);
  await answer(ago(ctx, 2), institute, { callId: open.callId, taskId: first, lead: 'TS. Triệu Minh Giang' });
  const begun = await draft(ago(ctx, 1), college, {
    callId: open.callId,
    taskId: second,
    lead: 'TS. Nguyễn Thị Khuê',
  });
  const more = { ...begun.content, note: 'Còn chờ báo giá thiết bị của hai nhà cung cấp.' };
  await saveDossier(ctx, collegeToo, begun.id, begun.version, more);
  await tellOfUse(ago(ctx, 3), college);
}

const deciding = { roles: ['director', 'office'], installationRoles: [], superiorView: false } as const;

/** Makes the accounts, with the second factor on as every account outside needs it: the demo has no passwords. */
async function inviteAll(ctx: Context, office: Actor, { hosts, investigators }: Partners): Promise<Actor[]> {
  const invited: Actor[] = [];
  for (const one of outsiders) {
    const kind = 'hostAt' in one ? ('organisation' as const) : ('person' as const);
    const partner = 'hostAt' in one ? hosts[one.hostAt] : investigators[one.investigatorAt];
    if (!partner?.id) throw new Error(`Nobody for ${one.userName}`);
    const { userName, fullName } = one;
    const investigatorId = 'ofAt' in one ? investigators[one.ofAt]?.id : null;
    await inviteOutside(ctx, office, { partnerId: partner.id, investigatorId, fullName, userName });
    invited.push({
      ...office,
      ...{ userId: userName, personId: null, name: fullName },
      permissions: permissionsOf({ ...deciding, roles: [], portal: kind }),
      partner: { id: partner.id, kind, name: partner.name, secondFactor: true, investigator: null },
    });
  }
  const about = { action: 'demo.replayed', recordKind: 'agency', recordId: office.agencyId };
  await command(ctx, office, about, (tx) =>
    tx
      .updateTable('auth.user')
      .set({ twoFactorEnabled: true })
      .where(
        'username',
        'in',
        outsiders.map(({ userName }) => userName),
      )
      .execute(),
  );
  return invited;
}

interface Call {
  taskIds: string[];
  /** So many days ago it was opened, and closes. */
  days: readonly [opened: number, closes: number];
  order: number;
}

async function called(ctx: Context, office: Actor, { taskIds, days: [opened, closes], order }: Call) {
  const then = ago(ctx, opened);
  const { id } = await openCall(then, office, {
    number: `${order * 14}/TB-SKHCN`,
    title: `Tuyển chọn tổ chức chủ trì nhiệm vụ KH&CN cấp tỉnh, đợt ${order}`,
    mode: 'selection',
    closesOn: ctx.today().subtract({ days: closes }).toString(),
    words: 'Ưu tiên hồ sơ có hợp tác xã, doanh nghiệp cùng thực hiện và cam kết sử dụng kết quả.',
    contact: 'Phòng Quản lý khoa học, điện thoại 0209 3 000 111',
    ...{ taskIds, on: then.today().toString() },
  });
  return { callId: id, taskIds };
}

interface Answered {
  callId: string;
  taskId: string;
  lead: string;
}

/** Writes a dossier with a file. */
async function draft(ctx: Context, host: Actor, { callId, taskId, lead }: Answered) {
  const { id, version } = await beginDossier(ctx, host, { callId, taskId });
  const words = [`Tổ chức chủ trì: ${host.partner?.name}`, `Chủ nhiệm: ${lead}`];
  const file = await attachFile(ctx, host, wordFile('Thuyết minh nhiệm vụ', words));
  const content = DossierContent.parse({
    investigator: { id: null, name: lead },
    aims: 'Làm chủ quy trình, giảm tổn thất sau thu hoạch từ 18 % xuống dưới 8 % ở quy mô hợp tác xã.',
    content: 'Khảo sát ba vùng; hoàn thiện quy trình; xây dựng hai mô hình; tập huấn và chuyển giao.',
    products: 'Quy trình kỹ thuật; hai mô hình trình diễn; báo cáo tổng hợp; một bài báo trong nước.',
    ...{ months: 24, stateMoney: 1_200_000_000, otherMoney: 300_000_000 },
    partners: [{ name: 'Hợp tác xã Nông nghiệp Đồng Mây', part: 'Đất và lao động của mô hình' }],
    files: [file.id],
  });
  return saveDossier(ctx, host, id, version, content);
}

async function answer(ctx: Context, host: Actor, said: Answered): Promise<void> {
  const { id, version } = await draft(ctx, host, said);
  await submitDossier(ctx, host, id, version);
}

/** Sends the effect report of a task that is due one: the agency has yet to take note of it. */
async function tellOfUse(ctx: Context, host: Actor): Promise<void> {
  for (const { id } of (await getPortal(ctx, host)).tasks) {
    const { steps } = await getOwnTask(ctx, host, id);
    if (!steps.some(({ kind, ability }) => kind === 'effectReported' && ability === true)) continue;
    const file = await attachFile(ctx, host, wordFile('Báo cáo hiệu quả ứng dụng', ['Áp dụng ở ba xã.']));
    await recordOwnStep(ctx, host, id, {
      event: { kind: 'effectReported', last: false },
      files: [file.id],
    });
    return;
  }
}

/** A Word file as a host brings it. */
const wordFile = (title: string, lines: readonly string[]) => ({
  name: `${title}.docx`,
  bytes: Buffer.from(docxOf({ name: title, as: 'docx', paragraphs: [`# ${title}`, ...lines] })),
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
});

/** Opens the dossiers, and proposes that of one host. */
async function evaluate(ctx: Context, office: Actor, taskId: string, hostId: string | null): Promise<void> {
  const record = (days: number, event: TaskEvent) => {
    const then = ago(ctx, days);
    return recordStep(then, office, taskId, { on: then.today().toString(), event, restsOn: null });
  };
  await record(12, { kind: 'opened', outcome: 'valid' });
  const { dossiers } = await getTask(ago(ctx, 4), office, taskId);
  const dossier = dossiers.find(({ host }) => host.id === hostId)?.dossier;
  await record(4, { kind: 'scored', outcome: 'proposed', ...(dossier && { dossier }) });
}
