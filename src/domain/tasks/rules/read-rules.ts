import { z } from 'zod';
import { TaskRule } from './rule.ts';

/** What a file of rules, or rules from elsewhere, has wrong: where, which rule, and what in Vietnamese. */
export interface FileFault {
  file: string;
  id: string;
  words: string;
}

/** Reads rules of tasks; those that are not whole are left out and named. */
export function readTaskRules(file: string, content: unknown): { rules: TaskRule[]; faults: FileFault[] } {
  if (!Array.isArray(content)) {
    return { rules: [], faults: [{ file, id: '—', words: 'tệp phải là một danh sách quy tắc «[ … ]»' }] };
  }
  const rules: TaskRule[] = [];
  const faults: FileFault[] = [];
  for (const [index, raw] of content.entries()) {
    const read = TaskRule.safeParse(raw, { error: vietnamese });
    if (read.success) rules.push(read.data);
    else faults.push({ file, id: nameOf(raw, index), words: read.error.issues.map(wordsOf).join('; ') });
  }
  return { rules, faults };
}

const Named = z.looseObject({ id: z.string() });

function nameOf(raw: unknown, index: number): string {
  const named = Named.safeParse(raw);
  return named.success ? named.data.id : `quy tắc thứ ${index + 1}`;
}

function wordsOf({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `«${path.join('.')}»: ${message}`;
}

const vietnamese: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'còn thiếu'
        : `phải là ${typeWords[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `chỉ nhận ${issue.values.join(', ')}`;
    case 'invalid_union':
      return 'loại quy tắc («kind») không có';
    case 'unrecognized_keys':
      return `có mục lạ: ${issue.keys.join(', ')}`;
    case 'too_small':
      return 'quá nhỏ hoặc để trống';
    case 'too_big':
      return 'quá lớn';
    case 'invalid_format':
      return issue.format === 'date' ? 'phải là ngày dạng YYYY-MM-DD' : undefined;
    default:
      return undefined;
  }
};

const typeWords: Record<string, string> = {
  string: 'chữ',
  number: 'số',
  int: 'số nguyên',
  boolean: 'đúng hoặc sai (true, false)',
  array: 'danh sách',
  object: 'một nhóm mục { … }',
  record: 'một nhóm mục { … }',
};
