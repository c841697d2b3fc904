import {
  IconBuildingBank,
  IconBuildingCommunity,
  IconCalendar,
  IconCalendarStats,
  IconChartBar,
  IconClipboardCheck,
  IconFileText,
  IconFlask,
  IconGavel,
  IconHistory,
  IconListCheck,
  IconMessageQuestion,
  IconMicrophone,
  IconSettings,
  IconSitemap,
  IconSpeakerphone,
  IconSum,
  IconSun,
  IconTargetArrow,
} from '@tabler/icons-react';
import type { Permission } from '../../domain/permissions/permission.ts';

/** Places of the side navigation, each with what a person needs to see it. */
export const places = [
  { to: '/', name: 'today', icon: IconSun, permission: null, key: 'g h' },
  { to: '/intake', name: 'documents', icon: IconFileText, permission: 'intake.view', key: 'g v' },
  { to: '/documents', name: 'documents', icon: IconFileText, permission: 'document.view', key: 'g v' },
  { to: '/directives', name: 'directives', icon: IconListCheck, permission: 'directive.view', key: 'g d' },
  { to: '/tasks', name: 'tasks', icon: IconFlask, permission: 'task.view', key: 'g t' },
  { to: '/inspections', name: 'tasks', icon: IconFlask, permission: 'task.view', key: 'g t' },
  { to: '/assets', name: 'tasks', icon: IconFlask, permission: 'task.view', key: 'g t' },
  { to: '/partners', name: 'tasks', icon: IconFlask, permission: 'task.view', key: 'g t' },
  { to: '/task-rules', name: 'tasks', icon: IconFlask, permission: 'task.view', key: 'g t' },
  { to: '/science-programmes', name: 'tasks', icon: IconFlask, permission: 'task.view', key: 'g t' },
  { to: '/requests', name: 'requests', icon: IconMessageQuestion, permission: 'directive.view', key: 'g q' },
  {
    to: '/programme',
    name: 'programme',
    icon: IconCalendarStats,
    permission: 'directive.view',
    key: 'g r',
  },
  { to: '/drafts', name: 'drafts', icon: IconGavel, permission: 'directive.view', key: 'g x' },
  { to: '/targets', name: 'targets', icon: IconTargetArrow, permission: 'directive.view', key: 'g i' },
  { to: '/morning', name: 'morning', icon: IconChartBar, permission: 'directive.view', key: 'g s' },
  { to: '/figures', name: 'figures', icon: IconSum, permission: 'directive.view', key: 'g b' },
  { to: '/reviews', name: 'reviews', icon: IconClipboardCheck, permission: 'review.view', key: 'g e' },
  {
    to: '/conferences',
    name: 'conferences',
    icon: IconMicrophone,
    permission: 'conference.view',
    key: 'g m',
  },
  { to: '/calls', name: 'calls', icon: IconSpeakerphone, permission: 'task.view', key: 'g u' },
  {
    to: '/organisation',
    name: 'organisation',
    icon: IconSitemap,
    permission: 'organisation.view',
    key: 'g o',
  },
  { to: '/calendar', name: 'calendar', icon: IconCalendar, permission: 'calendar.view', key: 'g l' },
  { to: '/settings', name: 'settings', icon: IconSettings, permission: 'setting.manage', key: 'g p' },
  { to: '/audit', name: 'audit', icon: IconHistory, permission: 'audit.view', key: 'g n' },
  {
    to: '/overview',
    name: 'overview',
    icon: IconBuildingCommunity,
    permission: 'agency.view-many',
    key: 'g k',
  },
  { to: '/agencies', name: 'agencies', icon: IconBuildingBank, permission: 'agency.view-many', key: 'g c' },
] as const satisfies readonly { permission: Permission | null; [rest: string]: unknown }[];

/**
 * The places a person may see, in order. «Văn bản» opens on what has come in for who may see that, else on the
 * register.
 */
export function placesFor(permissions: readonly Permission[]) {
  const seen = places.filter(({ permission }) => permission === null || permissions.includes(permission));
  return seen.filter((place, at) => seen.findIndex(({ name }) => name === place.name) === at);
}

/** What a person needs to be at an address; null where anybody signed in may be. */
export function neededAt(pathname: string): Permission | null {
  const place = places.find(({ to }) => pathname === to || (to !== '/' && pathname.startsWith(`${to}/`)));
  return place?.permission ?? null;
}

/** Whether an address lies within a place; both halves of «Văn bản», or of «Nhiệm vụ KH&CN», are one place. */
export function isWithin(pathname: string, place: (typeof places)[number]): boolean {
  const roots: readonly string[] = places.filter(({ name }) => name === place.name).map(({ to }) => to);
  return roots.some((root) => pathname === root || (root !== '/' && pathname.startsWith(`${root}/`)));
}
