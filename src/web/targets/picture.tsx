import type { TargetRow } from '../../features/targets/contract.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { useValues } from './value.ts';
import { targetWords } from './words.ts';

const dayNumber = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

/**
 * The plan as steps and what was reported as a line over it, from the beginning of the year to the last day; what it
 * shows is said in words beside it.
 */
export function Picture({
  target,
  today,
  large = false,
}: {
  target: TargetRow;
  today: string;
  large?: boolean;
}) {
  const said = useWords(targetWords);
  const { value } = useValues();
  const { milestones, reports, year } = target;
  const [width, height] = large ? [560, 150] : [150, 40];
  const pad = large ? 10 : 5;
  const first = dayNumber(`${year}-01-01`);
  const last = Math.max(dayNumber(target.due), ...reports.map(({ day }) => dayNumber(day)));
  const values = [0, ...milestones, ...reports].map((one) => (typeof one === 'number' ? one : one.value));
  const lowest = Math.min(...values);
  const range = Math.max(...values) - lowest || 1;
  const x = (day: string) =>
    pad + ((Math.max(first, dayNumber(day)) - first) / Math.max(1, last - first)) * (width - 2 * pad);
  const y = (amount: number) => height - pad - ((amount - lowest) / range) * (height - 2 * pad);
  const steps = milestones.map(({ day, value: amount }) => `H ${x(day)} V ${y(amount)}`).join(' ');
  const line = reports.map(({ day, value: amount }) => `${x(day)},${y(amount)}`);
  const words = [
    ...milestones.map((one) => `${showDay(one.day)}: ${said.plan.toLowerCase()} ${value(one.value, target)}`),
    ...reports.map((one) => `${showDay(one.day)}: ${said.result.toLowerCase()} ${value(one.value, target)}`),
  ].join('; ');
  return (
    <svg
      className={large ? 'target-picture large' : 'target-picture'}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={said.chart(words)}
    >
      <path className="floor" d={`M ${pad} ${y(0)} H ${width - pad}`} />
      {today >= `${year}-01-01` && dayNumber(today) <= last && (
        <path className="now" d={`M ${x(today)} ${pad / 2} V ${height - pad / 2}`} />
      )}
      <path className="plan" d={`M ${pad} ${y(0)} ${steps}`} />
      <polyline className={`result ${target.state}`} points={[`${pad},${y(0)}`, ...line].join(' ')} />
      {reports.map(({ day, value: amount }) => (
        <circle
          key={day}
          className={`result ${target.state}`}
          cx={x(day)}
          cy={y(amount)}
          r={large ? 4 : 2.2}
        />
      ))}
    </svg>
  );
}
