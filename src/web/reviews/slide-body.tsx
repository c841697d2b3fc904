import { Link } from '@tanstack/react-router';
import { causeWords } from '../../domain/directives/sentence.ts';
import type { FigureTold, Review } from '../../features/reviews/contract.ts';
import { useSession } from '../api/client.ts';
import { Figure } from '../figures/figure.tsx';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Filled, type Opens } from './filled.tsx';
import type { Slide } from './slides.ts';
import { slidesWords } from './slides-words.ts';
import { reviewsWords } from './words.ts';

interface BodyProps {
  review: Review;
  opens: Opens;
}

/** What a slide shows, every number the door to its records. */
export function SlideBody({ slide, ...shown }: BodyProps & { slide: Slide }) {
  const said = useWords(reviewsWords);
  switch (slide.kind) {
    case 'title':
      return <Title {...shown} />;
    case 'headline':
      return <Headline {...shown} />;
    case 'words':
      return (
        <>
          <h2>{said.sections[slide.section]}</h2>
          <div className="slide-words">
            <Filled words={slide.words} figures={shown.review.figures} opens={shown.opens} />
          </div>
        </>
      );
    case 'units':
      return <UnitBars {...shown} units={slide.units} />;
    case 'causes':
      return <Causes {...shown} causes={slide.causes} />;
    case 'overdue':
      return <Overdue lines={slide.lines} first={slide.first} />;
  }
}

function Title({ review: { period, signature, readUntil } }: BodyProps) {
  const said = useWords(slidesWords);
  const { agency } = useSession();
  return (
    <>
      <p className="slide-agency">{agency?.name}</p>
      <h1>{said.titleOf(period.words)}</h1>
      <p>{said.cutOff(showDay(period.from), showDay(readUntil))}</p>
      <p className="quiet">{signature ? said.signed(showDay(signature.on), signature.by) : said.notSigned}</p>
    </>
  );
}

const headline = ['in-hand', 'accepted', 'open', 'overdue', 'rate-by-first'];

function Headline({ review, opens }: BodyProps) {
  const said = useWords(slidesWords);
  return (
    <>
      <h2>{said.headline}</h2>
      <ul className="plain slide-figures">
        {headline.map((key) => {
          const figure = review.figures.find((one) => one.key === key);
          if (!figure) return null;
          const { name, unit, value, records } = figure;
          return (
            <li key={key} className={key}>
              <Figure {...{ value, unit, records }} door={{ open: () => opens(key) }}>
                {(shown) => (
                  <>
                    <strong>{shown}</strong> <span>{name}</span>
                  </>
                )}
              </Figure>
            </li>
          );
        })}
      </ul>
    </>
  );
}

const numberOf = (figures: readonly FigureTold[], key: string) =>
  figures.find((one) => one.key === key)?.value ?? 0;

/** Of what a bar is made: what is done, what is late, the rest. */
function Bar({ parts, most }: { parts: readonly { kind: string; value: number }[]; most: number }) {
  return (
    <div className="slide-bar" aria-hidden>
      {parts
        .filter(({ value }) => value > 0)
        .map(({ kind, value }) => (
          <span key={kind} className={kind} style={{ inlineSize: `${(100 * value) / Math.max(1, most)}%` }} />
        ))}
    </div>
  );
}

const ofUnit = ['in-hand', 'accepted', 'overdue'] as const;

function UnitBars({ review, units, opens }: BodyProps & { units: Review['units'] }) {
  const said = useWords(reviewsWords);
  const most = Math.max(...review.units.map(({ figures }) => numberOf(figures, 'in-hand')));
  return (
    <>
      <h2>{said.units}</h2>
      <table className="slide-table">
        <thead>
          <tr>
            <th scope="col">{said.unitHeads[0]}</th>
            <td />
            {ofUnit.map((key, at) => (
              <th key={key} scope="col" className={`number ${key}`}>
                {said.unitHeads[at + 1]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map(({ unitId, name, figures }) => {
            const [all, done, late] = ofUnit.map((key) => numberOf(figures, key));
            const rest = Math.max(0, (all ?? 0) - (done ?? 0) - (late ?? 0));
            const parts = [
              { kind: 'accepted', value: done ?? 0 },
              { kind: 'rest', value: rest },
              { kind: 'overdue', value: late ?? 0 },
            ];
            return (
              <tr key={unitId}>
                <th scope="row">{name}</th>
                <td className="slide-bar-cell">
                  <Bar parts={parts} most={most} />
                </td>
                {ofUnit.map((key, at) => (
                  <td key={key} className="number">
                    <Figure
                      value={numberOf(figures, key)}
                      door={{ open: () => opens(key, unitId) }}
                      label={(shown) => `${name}, ${said.unitHeads[at + 1]}: ${shown}`}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function Causes({ causes, opens }: BodyProps & { causes: readonly FigureTold[] }) {
  const said = useWords(slidesWords);
  const most = Math.max(...causes.map(({ value }) => value ?? 0));
  return (
    <>
      <h2>{said.causes}</h2>
      <table className="slide-table">
        <tbody>
          {causes.map(({ key, name, value, records }) => (
            <tr key={key}>
              <th scope="row">{name.replace(/^[^:]*: /u, '')}</th>
              <td className="slide-bar-cell">
                <Bar parts={[{ kind: 'overdue', value: value ?? 0 }]} most={most} />
              </td>
              <td className="number">
                <Figure
                  {...{ value, records }}
                  door={{ open: () => opens(key) }}
                  label={(shown) => `${name}: ${shown}`}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Overdue({ lines, first }: { lines: Review['overdue']; first: number }) {
  const said = useWords(slidesWords);
  return (
    <>
      <h2>{said.overdue}</h2>
      <table className="slide-table small-type">
        <thead>
          <tr>
            {said.overdueHeads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, words, unit, firstDue, timesExtended, daysLate, cause }, at) => (
            <tr key={id}>
              <td>{String(first + at + 1)}</td>
              <td>
                <Link to="/directives/$id" params={{ id }} className="slide-line">
                  {words}
                </Link>
                <div className="quiet">{unit}</div>
              </td>
              <td>{showDay(firstDue)}</td>
              <td className="number">{String(timesExtended)}</td>
              <td className="number">{String(daysLate)}</td>
              <td>{cause === null ? '' : causeWords[cause]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
