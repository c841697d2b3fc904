import { permissionsOf } from '../src/domain/permissions/policy.ts';
import type { Named } from '../src/domain/tasks/change.ts';
import type { TaskEvent } from '../src/domain/tasks/facts.ts';
import type { Actor } from '../src/features/context.ts';
import { addPartner } from '../src/features/partners/commands.ts';
import { beginTask, recordStep } from '../src/features/tasks/commands.ts';
import type { TestContext } from './context.ts';

const blank = { identifier: null, address: null, email: null, phone: null };

/** A host or an investigator outside, as a known partner acting in the portal. */
export async function hostActor(
  t: TestContext,
  office: Actor,
  name: string,
  kind: 'organisation' | 'person' = 'organisation',
): Promise<Actor> {
  const said =
    kind === 'organisation'
      ? { kind, profile: { name, ...blank, headedBy: null, headTitle: null } }
      : { kind, profile: { name, ...blank, degree: null, organisationId: null, personId: null } };
  const { id } = await addPartner(t.ctx, office, { said, on: '2026-01-05' });
  return {
    ...{ userId: `user of ${name}`, personId: null, agencyId: t.agencyId, scope: { agencies: [t.agencyId] } },
    permissions: permissionsOf({ roles: [], installationRoles: [], superiorView: false, portal: kind }),
    partner: { id, kind, name, secondFactor: true, investigator: null },
    ...{ name: `Người của ${name}`, via: 'session', traceId: 'test' },
  };
}

/** How papers name whom an actor of the portal acts for. */
export const partnerOf = ({ partner }: Actor) => ({ id: partner!.id, name: partner!.name });

/** An investigator no record of the agency stands for. */
export const lead: Named = { id: null, name: 'TS. Trần Minh Khôi' };

const profileOf = ({ unitId }: TestContext, title: string) => ({
  ...{ title, level: 'province' as const, type: 'topic' as const, field: null, programmeId: null, unitId },
  ...{ orderedBy: null, aims: 'Giảm tổn thất', products: 'Một máy mẫu', members: [] },
});

/** A task of the order list. */
export async function listedTask(t: TestContext, office: Actor, title: string): Promise<string> {
  const said = { profile: profileOf(t, title), on: '2026-09-01', restsOn: null, secret: false };
  const { id } = await beginTask(t.ctx, office, said);
  await recordStep(t.ctx, office, id, { on: '2026-09-02', event: { kind: 'ordered' }, restsOn: null });
  return id;
}

/** Records steps of a task, each on its day. */
export async function recordSteps(
  t: TestContext,
  office: Actor,
  id: string,
  steps: readonly (readonly [on: string, event: TaskEvent])[],
): Promise<void> {
  for (const [on, event] of steps) await recordStep(t.ctx, office, id, { on, event, restsOn: null });
}

/** A running task of a host, taken over from older files. */
export async function hostedTask(
  t: TestContext,
  office: Actor,
  {
    host,
    investigator = lead,
    title = 'Nghiên cứu đang chạy',
    until = '2028-03-05',
  }: { host: Named; investigator?: Named; title?: string; until?: string },
): Promise<string> {
  const said = { profile: profileOf(t, title), on: '2026-01-02', restsOn: null, secret: false };
  const { id } = await beginTask(t.ctx, office, { ...said, takenOver: 'selection' });
  const approved = { host, investigator, stateMoney: 18e8, otherMoney: 0, khoan: 'by-part' as const };
  await recordSteps(t, office, id, [
    ['2026-01-03', { kind: 'called', mode: 'direct', closesOn: '2026-02-05' }],
    ['2026-02-02', { kind: 'filed', dossier: crypto.randomUUID(), host, investigator }],
    ['2026-02-06', { kind: 'opened', outcome: 'valid' }],
    ['2026-02-20', { kind: 'scored', outcome: 'proposed' }],
    ['2026-02-22', { kind: 'estimateFiled' }],
    ['2026-02-24', { kind: 'appraised', asked: 2e9, proposed: 18e8 }],
    ['2026-03-02', { kind: 'approved', ...approved, months: 24 }],
    ['2026-03-05', { kind: 'contracted', number: '7/2026/HĐ', from: '2026-03-05', to: until }],
  ]);
  return id;
}

/** A small PDF that opens. */
export const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>',
);

/** A file as it comes through the door. */
export const sent = (bytes = pdf, name = 'thuyet-minh.pdf') => ({
  ...{ name, bytes, mediaType: 'application/pdf' },
});
