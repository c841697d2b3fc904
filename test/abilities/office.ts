import type { Session } from '../../src/features/session/contract.ts';
import type { TestServer, Visitor } from '../server.ts';
import { type Seen, seenAt } from './trial.ts';

export interface Somebody {
  personId: string;
  visitor: Visitor;
}

/** An agency whose chief administers it, keeps its office and administers the installation. */
export interface Office {
  server: TestServer;
  chief: Visitor;
  chiefId: string;
  agencyId: string;
  today: string;
  /** Units: the chief's own, and two others. */
  office: string;
  research: string;
  planning: string;
  /** Records in their states, made anew for each one who tries. */
  make(path: string, body: unknown): Promise<{ id: string }>;
  delegate(fromPersonId: string, toPersonId: string): Promise<{ id: string }>;
}

export type Row = Seen & { id: string };

let made = 0;
/** A number nobody has yet. */
export function next(): number {
  made += 1;
  return made;
}
/** A name nobody has yet. */
export const fresh = (words: string) => `${words} ${next()}`;

export async function openOffice(server: TestServer): Promise<Office> {
  const chief = await server.setUp();
  const session = await chief.get<Session>('/api/session');
  const units = await chief.get<{ id: string; name: string }[]>('/api/units');
  const today = session.today;
  const make = (path: string, body: unknown) => chief.post<{ id: string }>(path, body);
  const { id: planning } = await make('/api/units', { name: 'Phòng Kế hoạch', openedOn: '2020-01-01' });
  return {
    server,
    chief,
    chiefId: session.person!.id,
    agencyId: session.agency!.id,
    today,
    office: units.find(({ name }) => name === 'Văn phòng')!.id,
    research: units.find(({ name }) => name !== 'Văn phòng')!.id,
    planning,
    make,
    delegate: (fromPersonId, toPersonId) =>
      make('/api/delegations', {
        form: 'KT.',
        fromPersonId,
        toPersonId,
        fromDay: today,
        lastDay: '2099-12-31',
        document: 'Giấy uỷ quyền thử',
      }),
  };
}

/** The record of a list by its id. */
export const inList = (url: string, id: string) => async (viewer: Visitor) => {
  const rows = await seenAt<Row[] | { items: Row[] }>(viewer, url);
  return (Array.isArray(rows) ? rows : rows?.items)?.find((row) => row.id === id) ?? null;
};

export const twice = <T>(list: readonly T[]): T[] => [...list, ...list];
export const keys = <K extends string>(policy: { rules: Readonly<Record<K, unknown>> }) =>
  Object.keys(policy.rules) as K[];
