import { expect, test } from 'vitest';
import { type InstallationRole, Permission, Role } from './permission.ts';
import { permissionsOf } from './policy.ts';

const nobody = { roles: [], installationRoles: [], superiorView: false };
const ofRole = (...roles: Role[]) => permissionsOf({ ...nobody, roles });
const ofInstallation = (...installationRoles: InstallationRole[]) =>
  permissionsOf({ ...nobody, installationRoles });

/** The whole policy as an auditor would write it down: x for allowed. Columns in the order of `Role`. */
const table: Record<Permission, string> = {
  //                       director office head officer auditor administrator
  'agency.create': '. . . . . .',
  'agency.view-many': '. . . . . .',
  'organisation.view': 'x x x x x x',
  'organisation.manage': '. . . . . x',
  'organisation.reorganise': 'x x . . . .',
  'delegation.manage': 'x x x x . x',
  'account.manage': '. . . . . x',
  'account.invite': '. x . . . x',
  'document.view': 'x x x x x .',
  'document.register': '. x . . . .',
  'intake.view': 'x x x x x .',
  'intake.review': 'x x . . . .',
  'intake.confirm': 'x x . . . .',
  'directive.view': 'x x x x x .',
  'directive.give': 'x x . . . .',
  'directive.act': 'x x x x . .',
  'review.view': 'x x x x x .',
  'review.write': 'x x x x . .',
  'review.compose': 'x x . . . .',
  'review.sign': 'x . . . . .',
  'conference.view': 'x x x x x .',
  'conference.propose': 'x x x x . .',
  'conference.prepare': 'x x . . . .',
  'task.view': 'x x x x x .',
  'task.record': 'x x x x . .',
  'task.decide': 'x x . . . .',
  'portal.view': '. . . . . .',
  'portal.file': '. . . . . .',
  'portal.record': '. . . . . .',
  'calendar.view': 'x x x x x x',
  'calendar.import': '. . . . . .',
  'setting.manage': '. . . . . x',
  'token.manage': 'x x x x . x',
  'audit.view': '. . . . x x',
};

test.each(Permission.options)('%s is allowed to exactly these roles', (permission) => {
  const row = Role.options.map((role) => (ofRole(role).has(permission) ? 'x' : '.')).join(' ');
  expect(row).toBe(table[permission]);
});

test('several posts add up; none allows nothing', () => {
  expect(ofRole('officer', 'auditor')).toEqual(new Set([...ofRole('officer'), ...ofRole('auditor')]));
  expect(permissionsOf(nobody).size).toBe(0);
});

test('who administers the installation founds agencies but reads no register', () => {
  const allowed = ofInstallation('installation-administrator');
  expect(allowed.has('agency.create') && allowed.has('calendar.import')).toBe(true);
  expect(allowed.has('document.view') || allowed.has('directive.view')).toBe(false);
});

test('a superior authority only looks', () => {
  const seen = permissionsOf({ roles: [], installationRoles: ['superior-viewer'], superiorView: true });
  expect([...seen].filter((permission) => !/\.view(?:-many)?$/u.test(permission))).toEqual([]);
  expect(seen.has('directive.view')).toBe(true);
  expect(ofInstallation('superior-viewer').has('directive.view')).toBe(false);
});

test('hosts and investigators outside may do nothing of the agency’s, and file only as an organisation', () => {
  const seen = (portal: 'organisation' | 'person' | null) => [...permissionsOf({ ...nobody, portal })];
  expect(seen('organisation')).toEqual(['portal.view', 'portal.file', 'portal.record']);
  expect(seen('person')).toEqual(['portal.view', 'portal.record']);
  expect(seen(null)).toEqual([]);
});

test('an auditor changes nothing', () => {
  expect([...ofRole('auditor')].filter((permission) => !permission.endsWith('.view'))).toEqual([]);
});
