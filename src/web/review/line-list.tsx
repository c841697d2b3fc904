import { useEffect, useRef } from 'react';
import type { ReviewLine } from '../../features/intake/contract.ts';
import { useWords } from '../i18n/language.ts';
import { Empty } from '../ui/state.tsx';
import { type LineActs, LineEditor } from './line-editor.tsx';
import { LineRow } from './line-row.tsx';
import { reviewWords } from './words.ts';
import './line-list.css';

interface LineListProps {
  lines: readonly ReviewLine[];
  /** Numbers by the order in the document, whatever the filter. */
  numberOf: (line: ReviewLine) => number;
  text: string;
  today: string;
  focused: string | null;
  focus: (id: string | null) => void;
  acts: LineActs;
  readOnly: boolean;
  splitting: boolean;
  setSplitting: (on: boolean) => void;
  detailed: boolean;
  setDetailed: (on: boolean) => void;
  filtered: boolean;
}

/** The tasks in the order of the document; the one at hand is open for mending. */
export function LineList(props: LineListProps) {
  const { lines, focused, focus, acts, filtered } = props;
  const said = useWords(reviewWords);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const item = list.current?.querySelector(`[data-line="${focused}"]`);
    if (!item) return;
    const show = () => item.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
    // Again once it has opened: its acts are at its end.
    const grown = new ResizeObserver(show);
    grown.observe(item);
    return () => grown.disconnect();
  }, [focused]);
  if (lines.length === 0) {
    return filtered ? (
      <Empty title={said.noDoubtful} />
    ) : (
      <Empty title={said.noLines}>
        <p>{said.noLinesWhat}</p>
      </Empty>
    );
  }
  const reachable = lines.some(({ id }) => id === focused) ? focused : lines[0]?.id;
  return (
    <ol ref={list} className="plain lines" aria-label={said.tasks}>
      {lines.map((line, index) => (
        <li
          key={line.id}
          data-line={line.id}
          data-mark={line.mark}
          className={line.id === focused ? 'line at-hand' : 'line'}
        >
          <LineRow
            line={line}
            number={props.numberOf(line)}
            focused={line.id === focused}
            reachable={line.id === reachable}
            open={() => focus(line.id)}
            enter={() => (line.id === focused ? acts.accept(line) : focus(line.id))}
          />
          {line.id === focused && (
            <LineEditor
              line={line}
              text={props.text}
              today={props.today}
              acts={acts}
              readOnly={props.readOnly}
              splitting={props.splitting}
              setSplitting={props.setSplitting}
              detailed={props.detailed}
              setDetailed={props.setDetailed}
              hasNext={index < lines.length - 1}
              close={() => focus(null)}
            />
          )}
        </li>
      ))}
    </ol>
  );
}
