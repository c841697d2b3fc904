import { IconBookmark, IconBookmarkPlus, IconPencil, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import {
  changeView,
  endView,
  listViews,
  type SavedView,
  saveView,
} from '../../../features/views/contract.ts';
import { call } from '../../api/call.ts';
import { client, useSession } from '../../api/client.ts';
import { AddFigure } from '../../figures/add-figure.tsx';
import { common } from '../../i18n/common.ts';
import { useWords } from '../../i18n/language.ts';
import { AbleButton } from '../../ui/able-button.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { say } from '../../ui/toast.tsx';
import { searchWith, useFilter, useView } from '../use-filter.ts';
import { viewWords } from './words.ts';

const again = () => client.invalidateQueries({ queryKey: ['views'] });

/** Views kept under a name, each one click away, and the way to keep the one that is open. */
export function SavedViews() {
  const said = useWords(viewWords);
  const { filter } = useFilter();
  const { view } = useView();
  const [asked, setAsked] = useState<'new' | SavedView | null>(null);
  const { data: views = [] } = useQuery({
    queryKey: ['views'],
    queryFn: () => call(listViews, {}),
    staleTime: 60_000,
  });
  const here = new URLSearchParams(searchWith(filter, view)).toString();
  const became = views.find(({ query }) => query === here)?.units ?? [];
  return (
    <>
      {views.length > 0 && (
        <nav aria-label={said.saved} className="saved-views">
          <ul className="plain row">
            {views.map((saved) => (
              <li key={saved.id} className="saved-view">
                <Link
                  to="/directives"
                  search={Object.fromEntries(new URLSearchParams(saved.query))}
                  activeOptions={{ exact: true }}
                  activeProps={{}}
                  aria-current={saved.query === here ? 'page' : undefined}
                >
                  {saved.shared ? (
                    <IconUsers size={15} aria-hidden />
                  ) : (
                    <IconBookmark size={15} aria-hidden />
                  )}
                  <span className="truncate">{saved.name}</span>
                  {saved.shared && <span className="unseen">({said.sharedMark})</span>}
                </Link>
                {saved.abilities.change === true && (
                  <button
                    type="button"
                    className="button bare small"
                    aria-label={said.manage(saved.name)}
                    onClick={() => setAsked(saved)}
                  >
                    <IconPencil size={14} aria-hidden />
                  </button>
                )}
              </li>
            ))}
          </ul>
        </nav>
      )}
      {became.length > 0 && (
        <p className="small quiet" role="status">
          {became.map(({ from, to }) => said.became(from, to.join(', '))).join(' ')}
        </p>
      )}
      <Button kind="bare" onClick={() => setAsked('new')}>
        <IconBookmarkPlus size={18} aria-hidden /> {said.save}
      </Button>
      <AddFigure query={here} />
      {asked !== null && <SaveDialog saved={asked} here={here} onClose={() => setAsked(null)} />}
    </>
  );
}

function SaveDialog({
  saved,
  here,
  onClose,
}: {
  saved: 'new' | SavedView;
  /** The open filter and view as a query. */
  here: string;
  onClose: () => void;
}) {
  const said = useWords(viewWords);
  const { save } = useWords(common);
  const { abilities } = useSession();
  const known = saved === 'new' ? null : saved;
  const submit = async (form: FormData) => {
    const body = {
      name: String(form.get('name')),
      shared: form.get('shared') === 'on',
      query: known && form.get('update') !== 'on' ? known.query : here,
    };
    if (known) await call(changeView, { params: { id: known.id }, body });
    else await call(saveView, { body });
    await again();
    say(said.savedNow);
  };
  const end = async (id: string) => {
    await call(endView, { params: { id } });
    await again();
    say(said.ended);
    onClose();
  };
  return (
    <FormDialog title={known ? said.changeTitle : said.save} act={save} onSubmit={submit} onClose={onClose}>
      {(fault) => (
        <>
          {!known && <p className="quiet">{said.saveHint}</p>}
          <TextField
            label={said.name}
            name="name"
            required
            maxLength={80}
            defaultValue={known?.name}
            placeholder={said.nameExample}
            error={fault?.at('name')}
          />
          {abilities.shareView === true && (
            <label className="row">
              <input type="checkbox" name="shared" defaultChecked={known?.shared} /> {said.shared}
            </label>
          )}
          {known && known.query !== here && (
            <label className="row">
              <input type="checkbox" name="update" /> {said.update}
            </label>
          )}
          {known && (
            <AbleButton ability={known.abilities.end} kind="danger" onClick={() => void end(known.id)}>
              {said.end}
            </AbleButton>
          )}
        </>
      )}
    </FormDialog>
  );
}
