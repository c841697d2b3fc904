-- Units, persons and posts as dated facts; accounts and what they may open; tokens; official calendars.
-- A fact of the later day stands; of two on one day the one recorded later stands.

create table unit (
  agency_id uuid not null,
  id uuid not null,
  opened_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id)
);
select tenant_table('unit', append_only => true);

create table unit_name (
  agency_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  abbreviation text,
  from_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id)
);
create index unit_name_of on unit_name (agency_id, unit_id, from_day desc, recorded_at desc);
select tenant_table('unit_name', append_only => true);

create table unit_parent (
  agency_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  parent_id uuid,
  from_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id),
  foreign key (agency_id, parent_id) references unit (agency_id, id)
);
create index unit_parent_of on unit_parent (agency_id, unit_id, from_day desc, recorded_at desc);
select tenant_table('unit_parent', append_only => true);

-- The first day on which the unit is no more.
create table unit_closing (
  agency_id uuid not null,
  unit_id uuid not null,
  closed_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, unit_id),
  foreign key (agency_id, unit_id) references unit (agency_id, id)
);
select tenant_table('unit_closing', append_only => true);

-- Other names a unit is called by; `learned` from what people corrected when reviewing a document.
create table unit_alias (
  agency_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  alias text not null,
  learned boolean not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id)
);
create index unit_alias_of on unit_alias (agency_id, unit_id);
select tenant_table('unit_alias', append_only => true);

create table unit_alias_end (
  agency_id uuid not null,
  alias_id uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, alias_id),
  foreign key (agency_id, alias_id) references unit_alias (agency_id, id)
);
select tenant_table('unit_alias_end', append_only => true);

-- Card of a person: changed in place by version; what it was is in the audit.
create table person (
  agency_id uuid not null,
  id uuid not null,
  full_name text not null,
  staff_code text,
  email text,
  fold text not null,
  sort_key text not null,
  version integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id)
);
create unique index person_by_staff_code on person (agency_id, staff_code) where staff_code is not null;
create index person_in_order on person (agency_id, sort_key, id);
select tenant_table('person');

create table post_holding (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  role text not null check (role in ('director', 'office', 'head', 'officer', 'auditor', 'administrator')),
  title text,
  from_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references person (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id)
);
create index post_holding_of on post_holding (agency_id, person_id);
create index post_holding_at on post_holding (agency_id, unit_id);
select tenant_table('post_holding', append_only => true);

-- The first day on which the post is no longer held.
create table post_end (
  agency_id uuid not null,
  post_id uuid not null,
  to_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (agency_id, post_id),
  foreign key (agency_id, post_id) references post_holding (agency_id, id)
);
select tenant_table('post_end', append_only => true);

-- A token names its agency and row, so it is found without looking through agencies; only its hash is kept.
create table api_token (
  agency_id uuid not null,
  id uuid not null,
  user_id text not null,
  name text not null,
  hash text not null,
  scopes text[] not null,
  expires_on date not null,
  recorded_at timestamptz not null,
  primary key (agency_id, id)
);
create index api_token_of on api_token (agency_id, user_id);
select tenant_table('api_token', append_only => true);

create table api_token_end (
  agency_id uuid not null,
  token_id uuid not null,
  recorded_at timestamptz not null,
  recorded_by text,
  primary key (agency_id, token_id),
  foreign key (agency_id, token_id) references api_token (agency_id, id)
);
select tenant_table('api_token_end', append_only => true);

create table api_token_use (
  agency_id uuid not null,
  token_id uuid not null,
  used_on date not null,
  primary key (agency_id, token_id, used_on),
  foreign key (agency_id, token_id) references api_token (agency_id, id)
);
select tenant_table('api_token_use', append_only => true);

-- Accounts. Columns are named as better-auth names them; it works on these tables with a pool of its own.
create table auth."user" (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  username text unique,
  "displayUsername" text,
  "twoFactorEnabled" boolean
);

create table auth.session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" (id) on delete cascade,
  -- The agency whose records the session has open.
  "agencyId" text
);
create index session_of on auth.session ("userId");

create table auth.account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null
);
create index account_of on auth.account ("userId");

create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_by on auth.verification (identifier);

create table auth."twoFactor" (
  id text primary key,
  secret text not null,
  "backupCodes" text not null,
  "userId" text not null references auth."user" (id) on delete cascade,
  verified boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
create index two_factor_of on auth."twoFactor" ("userId");

create table auth.passkey (
  id text primary key,
  name text,
  "publicKey" text not null,
  "userId" text not null references auth."user" (id) on delete cascade,
  "credentialID" text not null,
  counter integer not null,
  "deviceType" text not null,
  "backedUp" boolean not null,
  transports text,
  "createdAt" timestamptz,
  aaguid text
);
create index passkey_of on auth.passkey ("userId");
create index passkey_by_credential on auth.passkey ("credentialID");

-- Above the agencies: which person of which agency an account is, one account per person in the installation.
create table membership (
  user_id text not null references auth."user" (id),
  agency_id uuid not null references agency (id),
  person_id uuid not null,
  recorded_at timestamptz not null,
  primary key (user_id, agency_id),
  unique (agency_id, person_id)
);
select reference_table('membership', append_only => true);

create table installation_role (
  user_id text not null references auth."user" (id),
  role text not null check (role in ('installation-administrator', 'superior-viewer')),
  recorded_at timestamptz not null,
  primary key (user_id, role)
);
select reference_table('installation_role', append_only => true);

-- Agencies an account of a superior authority may look into.
create table superior_view (
  user_id text not null references auth."user" (id),
  agency_id uuid not null references agency (id),
  recorded_at timestamptz not null,
  primary key (user_id, agency_id)
);
select reference_table('superior_view', append_only => true);

-- Official lists of days off as imported; of two for one year the later counts.
create table calendar_year (
  id uuid primary key,
  year integer not null,
  list jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text
);
select reference_table('calendar_year', append_only => true);

-- One-time token of the first start; only its hash is kept.
create table setup_token (
  hash text primary key,
  made_at timestamptz not null,
  spent_at timestamptz
);
select reference_table('setup_token');
