import { words } from '../i18n/language.ts';

/** What came of an inspection or a step of an S&T task. */
export const taskOutcomeWords = words(
  {
    continue: 'Tiếp tục',
    adjust: 'Phải điều chỉnh',
    'propose-termination': 'Đề nghị chấm dứt',
    done: 'Đã xong',
  },
  {
    continue: 'To continue',
    adjust: 'To be adjusted',
    'propose-termination': 'Termination proposed',
    done: 'Done',
  },
);
