import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type AssetWorkspace, reportAssets } from '../../features/assets/contract.ts';
import { listDirectives } from '../../features/directives/contract.ts';
import { call } from '../api/call.ts';
import { client, readAgain } from '../api/client.ts';
import { showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { formFault } from '../tasks/sending.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { ComboBox, type Option } from '../ui/combo-box.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { assetWords } from './words.ts';

/** The directive under which all of this is reported, and how far it has come. */
export function Report({ workspace: { directive, abilities } }: { workspace: AssetWorkspace }) {
  const said = useWords(assetWords);
  const [open, setOpen] = useState(false);
  return (
    <section className="card padded row" aria-label={said.directive}>
      <div>
        <strong>{said.directive}</strong>
        {directive === null ? (
          <p className="quiet">{said.noDirective}</p>
        ) : (
          <p>
            <Link to="/directives/$id" params={{ id: directive.id }} search={{}}>
              {directive.words}
            </Link>
            <span className="small quiet">
              {' '}
              {said.reported(showNumber(directive.percent), showNumber(directive.counted))}
            </span>
          </p>
        )}
      </div>
      <AbleButton ability={abilities.act} onClick={() => setOpen(true)}>
        {said.report}
      </AbleButton>
      {open && <ReportDialog linked={directive} onClose={() => setOpen(false)} />}
    </section>
  );
}

function ReportDialog({ linked, onClose }: { linked: AssetWorkspace['directive']; onClose: () => void }) {
  const said = useWords(assetWords);
  const [chosen, setChosen] = useState<Option | null>(linked && { id: linked.id, label: linked.words });
  const [typed, setTyped] = useState('');
  const { data } = useQuery({
    queryKey: ['directives', 'to-report', typed],
    queryFn: ({ signal }) =>
      call(listDirectives, { query: { ...(typed.trim() && { q: typed }), limit: 7 } }, { signal }),
    placeholderData: (before) => before,
  });
  const options = (data?.items ?? []).map(({ id, words }): Option => ({ id, label: words }));
  const send = async () => {
    if (chosen === null) throw formFault([{ path: 'directiveId', message: said.chooseDirective }]);
    const { percent } = await call(reportAssets, { body: { directiveId: chosen.id } });
    say(said.reportedNow(showNumber(percent)));
    await Promise.all([client.invalidateQueries({ queryKey: ['assets'] }), readAgain()]);
  };
  return (
    <FormDialog title={said.report} act={said.report} onSubmit={send} onClose={onClose}>
      {(fault) => (
        <ComboBox
          label={said.reportTo}
          hint={said.reportHint}
          find={() => options}
          onType={setTyped}
          none={said.noneFound}
          {...{ chosen, onChoose: setChosen, error: fault?.at('directiveId') }}
        />
      )}
    </FormDialog>
  );
}
