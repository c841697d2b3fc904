import { z } from 'zod';

/** Roles a person holds at a unit of an agency (post_holding), in the field's words. */
export const Role = z.enum(['director', 'office', 'head', 'officer', 'auditor', 'administrator']);
export type Role = z.infer<typeof Role>;

/** Roles over the whole installation. */
export const InstallationRole = z.enum(['installation-administrator', 'superior-viewer']);
export type InstallationRole = z.infer<typeof InstallationRole>;

/** What a route or an act asks for; who has it is in `policy.ts`. */
export const Permission = z.enum([
  'agency.create',
  'agency.view-many',
  'organisation.view',
  'organisation.manage',
  'organisation.reorganise',
  'delegation.manage',
  'account.manage',
  'account.invite',
  'document.view',
  'document.register',
  'intake.view',
  'intake.review',
  'intake.confirm',
  'directive.view',
  'directive.give',
  'directive.act',
  'review.view',
  'review.write',
  'review.compose',
  'review.sign',
  'conference.view',
  'conference.propose',
  'conference.prepare',
  'task.view',
  'task.record',
  'task.decide',
  'portal.view',
  'portal.file',
  'portal.record',
  'calendar.view',
  'calendar.import',
  'setting.manage',
  'token.manage',
  'audit.view',
]);
export type Permission = z.infer<typeof Permission>;
