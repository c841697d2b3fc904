import { z } from 'zod';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { Day } from '../page.ts';
import { defineRoute } from '../route.ts';

/** Working days from the last day in time, ascending, each once. */
const Steps = z
  .array(z.int().min(-60).max(60))
  .max(12)
  .transform((steps) => [...new Set(steps)].sort((a, b) => a - b));

const Hour = z.int().min(0).max(23);

/**
 * What an agency may decide for itself, with what holds until it does. These are settings, not law: the defaults come
 * from common practice and say so on the screen.
 */
export const Settings = z.object({
  /** «Sắp đến hạn» from this many working days before the last day in time. */
  dueSoonWorkingDays: z.int().min(1).max(30).default(3),
  /** «đến hết ngày D» with D off runs through the next working day (BLDS 2015 Đ148 k5). */
  'due.rollForward': z.boolean().default(true),
  /** «trước ngày D» ends with the last working day before D; else with the day before D. */
  'due.beforeEndsOnWorkingDay': z.boolean().default(true),
  /** Day of September that closes the report of nine months, which NĐ 09/2019 Đ12 leaves open. */
  'report.nineMonthsClosingDay': z.int().min(1).max(30).default(14),
  /** Occurrences of recurring duties stand in the register this many days ahead. */
  'occurrence.horizonDays': z.int().min(1).max(370).default(45),
  /** An opinion on a draft act is due after this many working days unless the letter says otherwise. */
  'drafts.opinionWorkingDays': z.int().min(1).max(60).default(5),
  /** Who does not answer in time counts as agreeing. */
  'drafts.silenceAgrees': z.boolean().default(true),
  /** Days of the ladder: working days from the last day in time, negative before it. Empty: nobody of that rung. */
  'urging.person': Steps.default([-7, -3, -1, 0, 1]),
  'urging.head': Steps.default([1, 3]),
  'urging.director': Steps.default([5]),
  /** One digest a person on working days, not before this hour; on the first of a week with the summary of units. */
  'digest.on': z.boolean().default(true),
  'digest.hour': Hour.default(7),
  'digest.weekly': z.boolean().default(true),
  /** From the hour `quiet.from` until `quiet.until`, and on days off, no mail goes out; none where they are equal. */
  'quiet.from': Hour.default(18),
  'quiet.until': Hour.default(7),
});
export type Settings = z.infer<typeof Settings>;

export const SettingKey = z.enum(Settings.keyof().options);
export type SettingKey = z.infer<typeof SettingKey>;

const Value = z.union([z.boolean(), z.int(), z.array(z.int()).max(60)]);

/** What a setting is about; screens show each in its place. */
export const SettingGroup = z.enum(['deadlines', 'urging', 'mail', 'reports']);
export type SettingGroup = z.infer<typeof SettingGroup>;

export const Setting = z.object({
  key: SettingKey,
  group: SettingGroup,
  /** What it decides, for people. */
  words: z.string(),
  /** Where the default comes from. */
  basis: z.string(),
  value: Value,
  usual: Value,
  /** Since when the value holds; null while it is the default. */
  from: Day.nullable(),
  /** Decided for a later day. */
  upcoming: z.array(z.object({ value: Value, from: Day })),
  abilities: abilitiesTo('change'),
});
export type Setting = z.infer<typeof Setting>;

export const listSettings = defineRoute({
  id: 'settings.list',
  method: 'GET',
  path: '/api/settings',
  summary: 'Thiết lập của cơ quan tại hôm nay, mặc định và căn cứ',
  permission: 'setting.manage',
  reply: z.array(Setting),
});

export const changeSetting = defineRoute({
  id: 'settings.change',
  method: 'PUT',
  path: '/api/settings/:key',
  summary: 'Đổi một thiết lập từ một ngày; các ngày trước giữ như cũ',
  permission: 'setting.manage',
  params: z.object({ key: SettingKey }),
  body: z.object({ value: Value, from: Day }),
  reply: z.array(Setting),
});
