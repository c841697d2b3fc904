/** A language the screens can be read in; papers, mails and files are Vietnamese. */
export type Language = 'vi' | 'en';
