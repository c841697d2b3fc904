import type { FigureRow } from '../../features/figures/contract.ts';
import { useLanguage } from '../i18n/language.ts';
import { inEnglish } from './english.ts';

const english: Partial<Record<string, readonly [name: string, counts: string]>> = inEnglish;

/** What a figure is called and counts in the language of the screens; the agency's own keep their words. */
export function useSaid(): (figure: Pick<FigureRow, 'id' | 'name' | 'counts'>) => {
  name: string;
  counts: string;
} {
  const language = useLanguage();
  return ({ id, name, counts }) => {
    const [englishName, englishCounts] = english[id] ?? [name, counts];
    return language === 'en' ? { name: englishName, counts: englishCounts } : { name, counts };
  };
}
