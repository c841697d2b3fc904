import type { InstallationRole, Permission, Role } from './permission.ts';

/**
 * Who may do what, for an auditor to read. A post gives its role's permissions in its agency; several posts add up.
 * What is not listed is not allowed.
 */
const readRegister: readonly Permission[] = [
  'organisation.view',
  'document.view',
  'intake.view',
  'directive.view',
  'review.view',
  'conference.view',
  'task.view',
  'calendar.view',
];

const ofRole: Record<Role, readonly Permission[]> = {
  /** Lãnh đạo cơ quan: gives directives and may confirm what was read. */
  director: [
    ...readRegister,
    'intake.review',
    'intake.confirm',
    'directive.give',
    'directive.act',
    'review.write',
    'review.compose',
    'review.sign',
    'conference.propose',
    'conference.prepare',
    'task.record',
    'task.decide',
    'organisation.reorganise',
    'delegation.manage',
    'token.manage',
  ],
  /** Văn phòng, văn thư: receives, reads, registers (NĐ 30/2020 Đ6, Đ20–22). */
  office: [
    ...readRegister,
    'document.register',
    'intake.review',
    'intake.confirm',
    'directive.give',
    'directive.act',
    'review.write',
    'review.compose',
    'conference.propose',
    'conference.prepare',
    'task.record',
    'task.decide',
    'account.invite',
    'organisation.reorganise',
    'delegation.manage',
    'token.manage',
  ],
  /** Trưởng đơn vị. */
  head: [
    ...readRegister,
    'directive.act',
    'review.write',
    'conference.propose',
    'task.record',
    'delegation.manage',
    'token.manage',
  ],
  /** Chuyên viên. */
  officer: [
    ...readRegister,
    'directive.act',
    'review.write',
    'conference.propose',
    'task.record',
    'delegation.manage',
    'token.manage',
  ],
  /** Thanh tra, kiểm tra: sees everything, changes nothing. */
  auditor: [...readRegister, 'audit.view'],
  /** Quản trị của cơ quan: people and settings; not the register, unless another post gives it. */
  administrator: [
    'organisation.view',
    'organisation.manage',
    'delegation.manage',
    'account.manage',
    'account.invite',
    'calendar.view',
    'setting.manage',
    'token.manage',
    'audit.view',
  ],
};

const ofInstallationRole: Record<InstallationRole, readonly Permission[]> = {
  'installation-administrator': ['agency.create', 'agency.view-many', 'calendar.view', 'calendar.import'],
  'superior-viewer': ['agency.view-many', 'calendar.view'],
};

/** Roles whose rights are lent when somebody acts in the stead of another: the work, not the keys of the system. */
export const lentRoles: readonly Role[] = ['director', 'office', 'head', 'officer'];

/** What a superior authority may do in an agency it was given to look into. */
const ofSuperiorView: readonly Permission[] = [
  'organisation.view',
  'document.view',
  'directive.view',
  'calendar.view',
];

/** Hosts and investigators outside, in the agency's portal: their own files, and nothing of the agency's. */
const ofPortal: Record<'organisation' | 'person', readonly Permission[]> = {
  /** Tổ chức chủ trì: also files dossiers. */
  organisation: ['portal.view', 'portal.file', 'portal.record'],
  /** Chủ nhiệm nhiệm vụ, and an organisation's account for one of them. */
  person: ['portal.view', 'portal.record'],
};

/** Permissions of an account in the agency it has open. */
export function permissionsOf(holder: {
  roles: readonly Role[];
  installationRoles: readonly InstallationRole[];
  superiorView: boolean;
  /** Acts for such a partner outside, with the second factor on. */
  portal?: 'organisation' | 'person' | null;
}): ReadonlySet<Permission> {
  return new Set([
    ...holder.roles.flatMap((role) => ofRole[role]),
    ...holder.installationRoles.flatMap((role) => ofInstallationRole[role]),
    ...(holder.superiorView ? ofSuperiorView : []),
    ...(holder.portal ? ofPortal[holder.portal] : []),
  ]);
}
