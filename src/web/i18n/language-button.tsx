import { setLanguage, useLanguage } from './language.ts';

/** Reads the pages for those outside in the other language. */
export function LanguageButton() {
  const language = useLanguage();
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <button type="button" className="button bare" lang={other} onClick={() => setLanguage(other)}>
      {language === 'vi' ? 'English' : 'Tiếng Việt'}
    </button>
  );
}
