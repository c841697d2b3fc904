import { IconDownload, IconTrash } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { agendaTimes } from '../../domain/conferences/agenda.ts';
import type { AgendaItem } from '../../domain/conferences/facts.ts';
import {
  attendanceSheet,
  type Conference,
  invitationDocx,
  invitationPdf,
  noticeDocx,
  noticePdf,
  programmeDocx,
  programmePdf,
} from '../../features/conferences/contract.ts';
import { addressOf } from '../api/call.ts';
import { useWords } from '../i18n/language.ts';
import { ByTemplate } from '../papers/by-template.tsx';
import { Formats } from '../papers/formats.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Table } from '../ui/table.tsx';
import { Invitees } from './invitees.tsx';
import { PartForm } from './part-form.tsx';
import { conferenceWords } from './words.ts';

/** Agenda, who is invited, and the papers that go out before. */
export function Preparing({ conference }: { conference: Conference }) {
  const said = useWords(conferenceWords);
  return (
    <>
      <section className="card padded stack" aria-label={said.agenda}>
        <h2>{said.agenda}</h2>
        {conference.abilities.prepare === true ? (
          <AgendaForm conference={conference} />
        ) : (
          <AgendaTable conference={conference} />
        )}
      </section>
      <Invitees conference={conference} />
      <Papers conference={conference} />
    </>
  );
}

function AgendaTable({ conference: { plan, agenda } }: { conference: Conference }) {
  const said = useWords(conferenceWords);
  const times = agendaTimes(plan.start, agenda);
  if (agenda.length === 0) return <p className="quiet">{said.noAgenda}</p>;
  return (
    <Table heads={said.agendaHeads.slice(0, 3)}>
      {agenda.map(({ title, presenter }, at) => (
        <tr key={times[at]}>
          <td className="nowrap">{times[at]}</td>
          <td>{title}</td>
          <td>{presenter}</td>
        </tr>
      ))}
    </Table>
  );
}

const empty: AgendaItem = { title: '', presenter: '', minutes: 15 };

function AgendaForm({ conference }: { conference: Conference }) {
  const said = useWords(conferenceWords);
  return (
    <PartForm
      conference={conference}
      part="agenda"
      act={said.saveAgenda}
      valueIn={({ agenda }): readonly AgendaItem[] => agenda}
      partOf={(items) => ({ part: 'agenda', items: items.filter(({ title }) => title.trim() !== '') })}
    >
      {(items, change) => {
        const times = agendaTimes(conference.plan.start, items);
        const put = (at: number, more: Partial<AgendaItem>) =>
          change(items.map((item, one) => (one === at ? { ...item, ...more } : item)));
        const next = (event: KeyboardEvent<HTMLInputElement>, at: number) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (at === items.length - 1) change([...items, empty]);
          const row = event.currentTarget.closest('li');
          requestAnimationFrame(() => row?.nextElementSibling?.querySelector('input')?.focus());
        };
        return (
          <>
            <p className="small quiet">{said.agendaHint}</p>
            {items.length === 0 && <p className="quiet">{said.noAgenda}</p>}
            <ol className="plain agenda">
              {items.map((item, at) => (
                <li key={String(at)} className="agenda-item">
                  <span className="small quiet agenda-time">{times[at]}</span>
                  <TextField
                    label={said.itemTitle(at + 1)}
                    labelHidden
                    placeholder={said.agendaHeads[1]}
                    value={item.title}
                    onChange={(event) => put(at, { title: event.target.value })}
                    onKeyDown={(event) => next(event, at)}
                  />
                  <TextField
                    label={said.itemPresenter(at + 1)}
                    labelHidden
                    placeholder={said.agendaHeads[2]}
                    value={item.presenter}
                    onChange={(event) => put(at, { presenter: event.target.value })}
                    onKeyDown={(event) => next(event, at)}
                  />
                  <TextField
                    label={said.itemMinutes(at + 1)}
                    labelHidden
                    type="number"
                    min={1}
                    max={600}
                    required
                    value={item.minutes || ''}
                    onChange={(event) => put(at, { minutes: Math.floor(Number(event.target.value)) })}
                    onKeyDown={(event) => next(event, at)}
                  />
                  <Button
                    kind="bare"
                    className="small"
                    aria-label={said.removeOf(item.title || said.itemTitle(at + 1))}
                    onClick={() => change(items.filter((_, one) => one !== at))}
                  >
                    <IconTrash size={18} aria-hidden />
                  </Button>
                </li>
              ))}
            </ol>
            <div className="row">
              <Button className="small" onClick={() => change([...items, empty])}>
                {said.addItem}
              </Button>
            </div>
          </>
        );
      }}
    </PartForm>
  );
}

function Papers({ conference: { id, issued } }: { conference: Conference }) {
  const said = useWords(conferenceWords);
  const params = { id };
  const papers = [
    { kind: 'invitation', name: said.invitation, word: invitationDocx, pdf: invitationPdf },
    { kind: 'programme', name: said.programme, word: programmeDocx, pdf: programmePdf },
    { kind: 'conclusion-notice', name: said.noticePaper, word: noticeDocx, pdf: noticePdf },
  ] as const;
  return (
    <section className="card padded stack" aria-label={said.papers}>
      <h2>{said.papers}</h2>
      {papers.map(({ kind, name, word, pdf }) => (
        <div key={kind}>
          <div className="row apart">
            <span>{name}</span>
            <Formats name={name} word={addressOf(word, { params })} pdf={addressOf(pdf, { params })} />
          </div>
          {(kind !== 'conclusion-notice' || issued === null) && (
            <ByTemplate kind={kind} standard={addressOf(word, { params, query: { layout: 'standard' } })} />
          )}
        </div>
      ))}
      <div className="row">
        <a className="button" href={addressOf(attendanceSheet, { params })} download>
          <IconDownload size={18} aria-hidden /> {said.attendanceSheet}
        </a>
      </div>
    </section>
  );
}
