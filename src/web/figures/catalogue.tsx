import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { families, figureGroups, figureOf, isCatalogued } from '../../domain/figures/catalogue.ts';
import { countsRecords, type RecordUnit } from '../../domain/figures/figure.ts';
import type { OwnFamily } from '../../domain/figures/own-families.ts';
import type { CutShown, FigureList, FigureRow, OwnFigure } from '../../features/figures/contract.ts';
import { showDay, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { Figure } from './figure.tsx';
import { type Asked, askedFor } from './use-reading.ts';
import { useSaid } from './use-said.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';
import { figuresWords } from './words.ts';

interface Shown {
  list: FigureList;
  asked: Asked;
  /** The figure whose records are open. */
  open: string | undefined;
}

const familyNames = Object.keys(families) as RecordUnit[];

/** The catalogue family by family, the agency's own figures after those of directives, which they count. */
export function Catalogue(shown: Shown) {
  const said = useWords(figuresWords);
  const told = familyNames.filter((family) => figuresIn(shown.list, family).length > 0);
  return (
    <div className="stack">
      <nav className="row small" aria-label={said.jump}>
        {told.map((family) => (
          <a key={family} href={`#${family}`} className="button small">
            {said.family[family]}
          </a>
        ))}
      </nav>
      {told.map((family) => (
        <FamilyTable key={family} family={family} {...shown} />
      ))}
    </div>
  );
}

const figuresIn = ({ figures }: FigureList, family: RecordUnit) =>
  figures.filter(({ id }) => isCatalogued(id) && figureOf(id).family === family);

function FamilyTable({ family, ...shown }: Shown & { family: RecordUnit }) {
  const said = useWords(figuresWords);
  const { list } = shown;
  const groupWords: Partial<Record<string, string>> = said.group;
  const heads = [said.family[family], said.now, said.before, said.lastYear, said.change];
  return (
    <section id={family} className="card scroll-x" aria-label={said.family[family]}>
      <table className="table compact figure-table">
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th key={head} scope="col" className={at === 0 ? undefined : 'number'}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {Object.entries(figureGroups[family]).map(([group, figures]) => (
          <tbody key={group}>
            <GroupHead words={groupWords[group] ?? ''} />
            {figures.map(({ id }) => {
              const figure = list.figures.find((one) => one.id === id);
              return figure && <Row key={id} {...shown} figure={figure} />;
            })}
          </tbody>
        ))}
        {family === 'directives' && <Own {...shown} />}
      </table>
    </section>
  );
}

function Own(shown: Shown) {
  const said = useWords(figuresWords);
  const { list } = shown;
  return (
    <tbody>
      <GroupHead words={said.own} />
      {list.own.map((own) => (
        <Row key={own.id} {...shown} figure={own} own={own} />
      ))}
      {list.own.length === 0 && (
        <tr>
          <td colSpan={5} className="quiet">
            {said.ownNone}
          </td>
        </tr>
      )}
      {list.abilities.add === true && (
        <tr>
          <td colSpan={5} className="small quiet">
            {said.ownHint} <Link to="/directives">{said.toRegister}</Link>
          </td>
        </tr>
      )}
    </tbody>
  );
}

function GroupHead({ words }: { words: string }) {
  return (
    <tr className="group">
      <th scope="colgroup" colSpan={5}>
        {words}
      </th>
    </tr>
  );
}

function Row({ figure, own, list, asked, open }: Shown & { figure: FigureRow; own?: OwnFigure }) {
  const said = useWords(figuresWords);
  const { name } = useSaid()(figure);
  const [withdrawing, setWithdrawing] = useState(false);
  const inUnit = said.inUnit[figure.unit];
  const cell = (value: number | null, of: Asked, words: string, current = false) => (
    <Figure
      value={value}
      unit={figure.unit}
      door={{ to: '/figures', search: { ...of, figure: figure.id } }}
      current={current}
      label={(shown) => `${name}, ${words}: ${shown} ${inUnit}`.trim()}
    />
  );
  const compared = (value: number | null, cut: CutShown | null) =>
    cut === null ? '—' : cell(value, askedFor(asked, cut), cut.words);
  return (
    <tr className={figure.id === open ? 'open' : undefined}>
      <th scope="row">
        {name} {!countsRecords(figure.unit) && <span className="small quiet">{inUnit}</span>}
        {own && <About own={own} onWithdraw={() => setWithdrawing(true)} />}
        {own && withdrawing && <WithdrawDialog figure={own} onClose={() => setWithdrawing(false)} />}
      </th>
      <td className="number now">
        {cell(figure.value, asked, list.period.words, figure.id === open)}
        {figure.plan && <PlanBeside plan={figure.plan} unit={figure.unit} name={name} />}
      </td>
      <td className="number">{compared(figure.before, list.before)}</td>
      <td className="number">{compared(figure.lastYear, list.lastYear)}</td>
      <td className="number">
        <Change figure={figure} />
      </td>
    </tr>
  );
}

/** What the year's target plans for the figure, the way to that target. */
function PlanBeside({
  plan: { targetId, words, value, toDate },
  unit,
  name,
}: {
  plan: NonNullable<FigureRow['plan']>;
  unit: FigureRow['unit'];
  name: string;
}) {
  const said = useWords(figuresWords);
  const planned = (number: number, label: (shown: string) => string) => (
    <Figure
      value={number}
      unit={unit}
      records={null}
      door={{ to: '/targets/$id', id: targetId }}
      className="plan small quiet"
      label={(shown) => `${name}, ${label(shown)}: ${words}`}
    >
      {label}
    </Figure>
  );
  return (
    <>
      {planned(value, said.plan)}
      {toDate !== null && toDate !== value && planned(toDate, said.planToDate)}
    </>
  );
}

/** Where each list is filtered; opinions stand with their drafts. */
const listOf: Record<OwnFamily, string> = {
  ...{ directives: '/directives', targets: '/targets', programme: '/programme', drafts: '/drafts' },
  ...{ opinions: '/drafts', requests: '/requests', documents: '/documents' },
};

/** Who added an own figure, what it filters, and the way to withdraw it. */
function About({ own, onWithdraw }: { own: OwnFigure; onWithdraw: () => void }) {
  const said = useWords(figuresWords);
  const standingOf: Partial<Record<OwnFamily, string>> = said.standingOf;
  return (
    <span className="row small quiet own">
      <Link to={listOf[own.family]} search={Object.fromEntries(new URLSearchParams(own.query))}>
        {standingOf[own.family] ?? said.datedByEach[own.datedBy]}
      </Link>
      {said.addedBy(own.addedBy, showDay(own.addedOn))}
      {own.withdrawn && ` · ${said.withdrawnOn(showDay(own.withdrawn.on))}: ${own.withdrawn.reason}`}
      {own.withdrawn === null && (
        <AbleButton ability={own.abilities.withdraw} kind="bare" className="small" onClick={onWithdraw}>
          {said.withdraw}
        </AbleButton>
      )}
    </span>
  );
}

/** How far it moved since the period before, good or bad news where it is either. */
function Change({ figure: { value, before, unit, better } }: { figure: FigureRow }) {
  const said = useWords(figuresWords);
  if (value === null || before === null) return <Fragment>—</Fragment>;
  const by = unit === 'tenths-of-percent' ? Math.round(value - before) / 10 : value - before;
  const good = better && by !== 0 && (by > 0 ? better === 'more' : better === 'fewer');
  const look = better === null || by === 0 ? 'quiet' : good ? 'better' : 'worse';
  const sign = by > 0 ? '+' : by < 0 ? '−' : '';
  return (
    <span className={look}>
      {sign}
      {showNumber(Math.abs(by))}
      {unit === 'tenths-of-percent' && ` ${said.points}`}
    </span>
  );
}
