import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ScienceProgrammeRow } from '../../features/science-programmes/contract.ts';
import { Figure } from '../figures/figure.tsx';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { taskSearch } from '../tasks/address.ts';
import { taskVocabulary } from '../tasks/vocabulary.ts';
import { ListPage } from '../ui/list-page.tsx';
import { FrameDialog } from './act-dialogs.tsx';
import { useProgrammes } from './use-programmes.ts';
import { scienceProgrammeWords } from './words.ts';

/** Programmes of S&T tasks, with how many tasks each has and what they were granted. */
export function ScienceProgrammesPage() {
  const said = useWords(scienceProgrammeWords);
  const navigate = useNavigate();
  const [opening, setOpening] = useState(false);
  const found = useProgrammes();
  return (
    <>
      <ListPage said={said} found={found} onOpen={() => setOpening(true)}>
        {(row) => <ProgrammeRow key={row.id} row={row} />}
      </ListPage>
      {opening && (
        <FrameDialog
          onClose={() => setOpening(false)}
          onDone={(id) => void navigate({ to: '/science-programmes/$id', params: { id }, search: {} })}
        />
      )}
    </>
  );
}

function ProgrammeRow({
  row: { id, code, name, level, from, to, tasks, granted },
}: {
  row: ScienceProgrammeRow;
}) {
  const said = useWords(scienceProgrammeWords);
  const names = useWords(taskVocabulary);
  const door = { to: '/tasks' as const, search: taskSearch({ programme: id }) };
  return (
    <tr>
      <td>
        <Link to="/science-programmes/$id" params={{ id }} search={{}}>
          <strong>{code}</strong> {name}
        </Link>
      </td>
      <td>{names.level[level]}</td>
      <td>{said.span(showDay(from), showDay(to))}</td>
      <td>
        <Figure value={tasks} door={door}>
          {said.tasksOf}
        </Figure>
      </td>
      <td>
        <Figure value={granted} records={tasks} door={door}>
          {said.money}
        </Figure>
      </td>
    </tr>
  );
}
