import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { viewWords } from './words.ts';

/** Back, forth and home through months or weeks. */
export function Turning({
  label,
  names,
  onTurn,
  onHome,
  children,
}: {
  label: string;
  names: { earlier: string; later: string };
  onTurn: (step: 1 | -1) => void;
  onHome: () => void;
  children?: ReactNode;
}) {
  const said = useWords(viewWords);
  return (
    <div className="row view-tools">
      <span className="row tight no-print">
        <Button aria-label={names.earlier} onClick={() => onTurn(-1)}>
          <IconChevronLeft size={18} aria-hidden />
        </Button>
        <Button onClick={onHome}>{said.thisMonth}</Button>
        <Button aria-label={names.later} onClick={() => onTurn(1)}>
          <IconChevronRight size={18} aria-hidden />
        </Button>
      </span>
      <h2 aria-live="polite">{label}</h2>
      {children}
    </div>
  );
}
