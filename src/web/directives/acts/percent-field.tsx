import { useId } from 'react';
import { useWords } from '../../i18n/language.ts';
import { actWords } from './words.ts';

const clamp = (value: number) => Math.max(0, Math.min(100, Math.round(value)));

/** Percent by the thumb in steps of five, or typed to the one. */
export function PercentField({
  percent,
  onPercent,
}: {
  percent: number;
  onPercent: (percent: number) => void;
}) {
  const said = useWords(actWords);
  const id = useId();
  return (
    <div className="percent">
      <label htmlFor={id}>{said.percent}</label>
      <span className="percent-number">
        <input
          type="number"
          inputMode="numeric"
          min={0}
          max={100}
          aria-label={said.percentNumber}
          value={String(percent)}
          onChange={(event) => onPercent(clamp(Number(event.target.value)))}
        />
        %
      </span>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={5}
        value={percent}
        style={{ '--filled': `${percent}%` } as React.CSSProperties}
        onChange={(event) => onPercent(Number(event.target.value))}
      />
      <span className="percent-marks" aria-hidden>
        {[0, 25, 50, 75, 100].map((mark) => (
          <span key={mark}>{mark}</span>
        ))}
      </span>
    </div>
  );
}
