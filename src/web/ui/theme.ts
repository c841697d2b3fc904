const key = 'trongtam.theme';

export type Theme = 'system' | 'light' | 'dark';

const asTheme = (value: string | undefined): Theme =>
  value === 'light' || value === 'dark' ? value : 'system';

/** The theme in force; `public/theme.js` sets it before anything is drawn. */
export const themeNow = (): Theme => asTheme(document.documentElement.dataset.theme);

/** Chooses a theme now and for the next visit; «system» follows the machine. */
export function setTheme(value: string): Theme {
  const theme = asTheme(value);
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Chosen for this visit only.
  }
  return theme;
}
