import type { Language } from '../../text/language.ts';
import type { TaskRule } from './rule.ts';
import { besideTitles } from './titles/besides.ts';
import { closeTitles } from './titles/close.ts';
import { lifeTitles } from './titles/life.ts';
import { causesInEnglish, causeWords } from './vocabulary.ts';

const titles: Partial<Record<string, readonly [vi: string, en: string]>> = {
  ...lifeTitles,
  ...closeTitles,
  ...besideTitles,
};

const barred = {
  vi: { investigator: 'Chủ nhiệm', 'host-organisation': 'Tổ chức chủ trì' },
  en: { investigator: 'Investigator', 'host-organisation': 'Host' },
};
const causes = { vi: causeWords, en: causesInEnglish };

/** What a rule is called, more closely than its subject: what it rules, or the cause that bars. @throws Error for a topic without a title */
export function topicWords(
  { topic, value }: Pick<TaskRule, 'topic' | 'value'>,
  language: Language = 'vi',
): string {
  if (value.kind === 'bar')
    return `${barred[language][value.subject]}: ${causes[language][value.cause].toLowerCase()}`;
  const title = titles[topic];
  if (!title) throw new Error(`The topic ${topic} has no title`);
  return title[language === 'vi' ? 0 : 1];
}
