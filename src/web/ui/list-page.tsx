import { IconPlus } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Abilities } from '../../domain/permissions/ability.ts';
import { AbleButton } from './able-button.tsx';
import { Empty, Loaded } from './state.tsx';
import { Table } from './table.tsx';
import { useTitle } from './title.ts';

interface List<Row> {
  items: readonly Row[];
  abilities: Abilities<'open'>;
}

/** A list of all that was opened of a kind, latest first, in a table; and the act that opens one more. */
export function ListPage<Row extends { id: string }>({
  said,
  found,
  onOpen,
  children,
}: {
  said: {
    title: string;
    purpose: string;
    open: string;
    none: string;
    noneHint: string;
    heads: readonly string[];
  };
  found: UseQueryResult<List<Row>>;
  onOpen: () => void;
  /** The row of one. */
  children: (row: Row) => ReactNode;
}) {
  useTitle(said.title);
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>{said.title}</h1>
          <p className="quiet">{said.purpose}</p>
        </div>
        <AbleButton ability={found.data?.abilities.open} kind="primary" onClick={onOpen}>
          <IconPlus size={18} aria-hidden /> {said.open}
        </AbleButton>
      </header>
      <section className="card" aria-label={said.title} aria-busy={found.isFetching}>
        <Loaded found={found} rows={4} height={60}>
          {({ items }) =>
            items.length > 0 ? (
              <Table heads={said.heads}>{items.map((row) => children(row))}</Table>
            ) : (
              <Empty title={said.none}>
                <p>{said.noneHint}</p>
              </Empty>
            )
          }
        </Loaded>
      </section>
    </div>
  );
}
