import { IconAlertTriangle, IconCheck, IconClock, IconMessagePlus, IconNote } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Conference, ProposalTold } from '../../features/conferences/contract.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { Button } from '../ui/button.tsx';
import { AnswerDialog, OweDialog, ProposeDialog } from './proposal-dialogs.tsx';
import { conferenceWords } from './words.ts';

const looks = {
  late: { tone: 'late', icon: IconAlertTriangle },
  unassigned: { tone: 'soon', icon: IconAlertTriangle },
  open: { tone: 'blue', icon: IconClock },
  answered: { tone: 'fine', icon: IconCheck },
  noted: { tone: '', icon: IconNote },
} as const;

/** What units ask for and say; overdue answers first, those of the viewer's units alone where the address says so. */
export function Proposals({ conference }: { conference: Conference }) {
  const said = useWords(conferenceWords);
  const { own } = useSearch({ strict: false });
  const navigate = useNavigate();
  const [proposing, setProposing] = useState(false);
  const shown = conference.proposals.filter((one) => own !== 'yes' || one.own);
  const narrow = (only: boolean) =>
    void navigate({
      to: '/conferences/$id',
      params: { id: conference.id },
      search: { tab: 'proposals', own: only ? 'yes' : undefined },
      replace: true,
    });
  return (
    <section className="card padded stack" aria-label={said.proposals}>
      <div className="row apart">
        <h2>{said.proposals}</h2>
        <AbleButton ability={conference.abilities.propose} onClick={() => setProposing(true)}>
          <IconMessagePlus size={18} aria-hidden /> {said.propose}
        </AbleButton>
      </div>
      {conference.proposals.some((one) => one.own) && (
        <label className="check">
          <input type="checkbox" checked={own === 'yes'} onChange={(event) => narrow(event.target.checked)} />
          {said.ownOnly}
        </label>
      )}
      {shown.length === 0 && <p className="quiet">{said.noProposals}</p>}
      <ul className="plain proposals">
        {shown.map((proposal) => (
          <li key={proposal.id}>
            <Proposed conference={conference} proposal={proposal} />
          </li>
        ))}
      </ul>
      {proposing && <ProposeDialog conference={conference} onClose={() => setProposing(false)} />}
    </section>
  );
}

function Proposed({ conference, proposal }: { conference: Conference; proposal: ProposalTold }) {
  const said = useWords(conferenceWords);
  const navigate = useNavigate();
  const [act, setAct] = useState<'owe' | 'answer' | null>(null);
  const { id, unit, form, words, proposed, owed, answered, state, abilities } = proposal;
  const { tone, icon: Icon } = looks[state];
  const conclude = () =>
    void navigate({
      to: '/conferences/$id',
      params: { id: conference.id },
      search: { tab: 'conclusions', answers: id },
    });
  return (
    <div className="proposal">
      <div className="stack tight">
        <p>
          <strong>{said.forms[form]}</strong>: {words}
        </p>
        <p className="small quiet">
          {unit.name} · {said.by(proposed.by, showDay(proposed.on))}
        </p>
        {owed && <p className="small">{said.owedBy(owed.by.name, showDay(owed.due))}</p>}
        {answered && (
          <blockquote className="answer">
            <p>{answered.words}</p>
            <p className="small quiet">{said.by(answered.by, showDay(answered.on))}</p>
          </blockquote>
        )}
      </div>
      <div className="stack tight">
        <span className={`badge ${tone}`}>
          <Icon size={14} aria-hidden />
          {said.states[state]}
        </span>
        {state !== 'answered' && state !== 'noted' && (
          <>
            <AbleButton ability={abilities.owe} className="small" onClick={() => setAct('owe')}>
              {said.owe}
            </AbleButton>
            {owed && (
              <AbleButton ability={abilities.answer} className="small" onClick={() => setAct('answer')}>
                {said.answer}
              </AbleButton>
            )}
            {conference.abilities.write === true && (
              <Button className="small" onClick={conclude}>
                {said.conclude}
              </Button>
            )}
          </>
        )}
      </div>
      {act === 'owe' && <OweDialog {...{ conference, proposal }} onClose={() => setAct(null)} />}
      {act === 'answer' && <AnswerDialog {...{ conference, proposal }} onClose={() => setAct(null)} />}
    </div>
  );
}
