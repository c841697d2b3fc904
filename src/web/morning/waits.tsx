import { useId } from 'react';
import type { UnitShown, Wait } from '../../features/dashboard/contract.ts';
import { doorOf, Figure } from '../figures/figure.tsx';
import { showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { morningWords } from './words.ts';

/** Darker is longer: a working week, two, a month. */
const depth = (days: number) => (days > 20 ? 4 : days > 10 ? 3 : days > 5 ? 2 : 1);

/** Width of the names of the rows, in pixels. */
const rowHead = 80;

function unitsOf(units: readonly UnitShown[]): UnitShown[] {
  const each = new Map(units.map((unit) => [unit.unitId, unit]));
  return [...each.values()].toSorted((a, b) => a.short.localeCompare(b.short, 'vi'));
}

/** Which unit waits for which and for how long; a cell tells its lists, the table beneath tells all of it. */
export function Waits({ waits }: { waits: readonly Wait[] }) {
  const said = useWords(morningWords);
  return (
    <section className="card padded stack waits" aria-label={said.waits}>
      <h2>
        {said.waits}{' '}
        <span className="small quiet">
          {said.waitsNote}
          {waits.length > 0 && ` · ${said.rowsWait}`}
        </span>
      </h2>
      {waits.length === 0 ? (
        <p>
          <strong>{said.noWaits}</strong> <span className="quiet">{said.noWaitsHint}</span>
        </p>
      ) : (
        <>
          <Matrix waits={waits} />
          <Pairs waits={waits} />
        </>
      )}
    </section>
  );
}

function Matrix({ waits }: { waits: readonly Wait[] }) {
  const said = useWords(morningWords);
  const from = unitsOf(waits.map((wait) => wait.from));
  const to = unitsOf(waits.map((wait) => wait.to));
  return (
    <div className="scroll-x">
      <table
        className={to.length > 8 ? 'matrix many' : 'matrix'}
        aria-label={said.rowsWait}
        style={{ maxWidth: rowHead + to.length * 66 }}
      >
        <thead>
          <tr>
            <td />
            {to.map((unit) => (
              <th key={unit.unitId} scope="col" title={unit.name}>
                {unit.short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {from.map((row) => (
            <tr key={row.unitId}>
              <th scope="row" title={row.name}>
                {row.short}
              </th>
              {to.map((column) => {
                const wait = waits.find(
                  (one) => one.from.unitId === row.unitId && one.to.unitId === column.unitId,
                );
                return (
                  <td key={column.unitId}>{wait ? <Cell wait={wait} /> : <span aria-hidden>·</span>}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ wait }: { wait: Wait }) {
  const said = useWords(morningWords);
  const id = useId();
  const pair = said.waitsOn(wait.from.name, wait.to.name);
  return (
    <>
      <button
        type="button"
        className={`wait d${depth(wait.longest)}`}
        popoverTarget={id}
        aria-label={`${pair}: ${said.days(showNumber(wait.longest))}`}
      >
        {showNumber(wait.longest)}
      </button>
      <div id={id} popover="auto" className="wait-card">
        <strong>{pair}</strong>
        <p>
          {said.longest} {said.days(showNumber(wait.longest))}, {said.median}{' '}
          {said.days(showNumber(wait.median))}
        </p>
        <p className="row">
          <Counts wait={wait} />
        </p>
      </div>
    </>
  );
}

function Counts({ wait }: { wait: Wait }) {
  const said = useWords(morningWords);
  return (
    <>
      {wait.work.count > 0 && (
        <Figure value={wait.work.count} door={doorOf(wait.work)}>
          {said.work}
        </Figure>
      )}
      {wait.questions.count > 0 && (
        <Figure value={wait.questions.count} door={doorOf(wait.questions)}>
          {said.asked}
        </Figure>
      )}
    </>
  );
}

const longestShown = 4;

function Pairs({ waits }: { waits: readonly Wait[] }) {
  const said = useWords(morningWords);
  const rest = waits.slice(longestShown);
  const line = (wait: Wait) => (
    <li key={`${wait.from.unitId} ${wait.to.unitId}`}>
      <span>{said.waitsOn(wait.from.name, wait.to.name)}</span>
      <span className="small quiet">
        {said.longest} {showNumber(wait.longest)}, {said.median} {said.days(showNumber(wait.median))}
      </span>
      <span className="small row">
        <Counts wait={wait} />
      </span>
    </li>
  );
  return (
    <>
      <ul className="plain pairs">{waits.slice(0, longestShown).map(line)}</ul>
      {rest.length > 0 && (
        <details className="no-print">
          <summary>{said.table}</summary>
          <ul className="plain pairs">{rest.map(line)}</ul>
        </details>
      )}
    </>
  );
}
