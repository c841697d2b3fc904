import type { ColumnType } from 'kysely';
import type { OfficialYear } from '../../domain/calendar/official-year.ts';
import type { DelegationForm } from '../../domain/directives/facts.ts';
import type { ReorganisationKind } from '../../domain/organisation/reorganisation.ts';
import type { InstallationRole, Permission, Role } from '../../domain/permissions/permission.ts';
import type { Day, Instant, Json, Recorded } from './foundation.ts';

export interface OrganisationTables {
  unit: Recorded & { id: string; opened_on: Day };
  unit_name: Recorded & {
    id: string;
    unit_id: string;
    name: string;
    abbreviation: string | null;
    from_day: Day;
  };
  unit_parent: Recorded & { id: string; unit_id: string; parent_id: string | null; from_day: Day };
  unit_field: Recorded & { id: string; unit_id: string; field: string | null; from_day: Day };
  unit_closing: Recorded & { unit_id: string; closed_on: Day };
  unit_alias: Recorded & { id: string; unit_id: string; alias: string; learned: boolean };
  unit_alias_end: Recorded & { alias_id: string };
  person: Recorded & {
    id: string;
    full_name: string;
    staff_code: string | null;
    email: string | null;
    fold: string;
    sort_key: string;
    version: number;
  };
  post_holding: Recorded & {
    id: string;
    person_id: string;
    unit_id: string;
    role: Role;
    title: string | null;
    from_day: Day;
  };
  post_end: Recorded & { post_id: string; to_day: Day };
  reorganisation: Recorded & {
    id: string;
    kind: ReorganisationKind;
    effective_on: Day;
    decision_number: string;
    decided_on: Day;
  };
  reorganisation_line: Recorded & {
    id: string;
    reorganisation_id: string;
    from_unit_id: string;
    to_unit_id: string;
    succeeds: boolean;
  };
  reorganisation_move: Recorded & {
    id: string;
    reorganisation_id: string;
    record: 'directive' | 'succession' | 'post' | 'request' | 'unit';
    record_id: string;
    from_unit_id: string;
    to_unit_id: string | null;
    moved_on: Day;
  };
  unit_request_move: Recorded & {
    id: string;
    request_id: string;
    side: 'asks' | 'answers';
    unit_id: string;
    from_day: Day;
  };
  delegation: Recorded & {
    id: string;
    from_person_id: string;
    to_person_id: string;
    form: DelegationForm;
    unit_id: string | null;
    from_day: Day;
    last_day: Day;
    document: string;
  };
  delegation_end: Recorded & { delegation_id: string; ended_on: Day };
  person_merge: Recorded & { merged_id: string; into_id: string; merged_on: Day; reason: string };
  api_token: {
    agency_id: string;
    id: string;
    user_id: string;
    name: string;
    hash: string;
    scopes: Permission[];
    expires_on: Day;
    recorded_at: Instant;
  };
  api_token_end: { agency_id: string; token_id: string; recorded_at: Instant; recorded_by: string | null };
  api_token_use: { agency_id: string; token_id: string; used_on: Day };
  membership: { user_id: string; agency_id: string; person_id: string; recorded_at: Instant };
  installation_role: { user_id: string; role: InstallationRole; recorded_at: Instant };
  superior_view: { user_id: string; agency_id: string; recorded_at: Instant };
  access_change: {
    user_id: string;
    agency_id: string;
    kind: 'membership' | 'view' | 'portal';
    open: boolean;
    recorded_at: Instant;
    recorded_by: string | null;
  };
  calendar_year: {
    id: string;
    year: number;
    list: Json<OfficialYear>;
    recorded_at: Instant;
    recorded_by: string | null;
  };
  setup_token: { hash: string; made_at: Instant; spent_at: ColumnType<string | null, never, string> };
  'auth.user': {
    id: string;
    name: string;
    email: string;
    emailVerified: boolean;
    updatedAt: Instant;
    username: string | null;
    displayUsername: string | null;
    twoFactorEnabled: boolean | null;
  };
  'auth.session': {
    id: string;
    userId: string;
    token: string;
    agencyId: string | null;
    expiresAt: Instant;
    createdAt: Instant;
    updatedAt: Instant;
  };
  'auth.account': {
    id: string;
    accountId: string;
    providerId: string;
    userId: string;
    password: string | null;
    updatedAt: Instant;
  };
}
