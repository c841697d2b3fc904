import { statfs } from 'node:fs/promises';
import type pg from 'pg';
import { listTables, seeEverything } from './backup/tables.ts';
import { searchFunctions } from './launcher/bootstrap.ts';
import { type Database, oldestServer } from './launcher.ts';
import { appliedMigrations, pendingMigrations, readMigrations } from './migrate.ts';
import { withClient } from './pool.ts';
import { countDifferences } from './rollup.ts';

/** One thing looked at; the message is Vietnamese and, when not ok, says what to do. */
export interface Check {
  name: string;
  ok: boolean;
  message: string;
}

type Examination = (owner: pg.Client, app: pg.Client, database: Database) => Promise<Omit<Check, 'name'>>;

const gigabyte = 1024 ** 3;
/** Milliseconds the clocks of database and application may differ. */
const clockTolerance = 5_000;
/** Minutes an event may wait for its seal; the sweep runs every minute. */
const sealTolerance = 15;

async function value<T>(client: pg.Client, query: string, parameters: unknown[] = []): Promise<T> {
  return (await client.query<{ value: T }>(query, parameters)).rows[0]!.value;
}

const version: Examination = async (_, app) => {
  const number = await value<number>(
    app,
    "select current_setting('server_version_num')::int / 10000 as value",
  );
  const ok = number >= oldestServer;
  return {
    ok,
    message: ok ? `PostgreSQL ${number}` : `PostgreSQL ${number} quá cũ; cần từ ${oldestServer} trở lên.`,
  };
};

const migrations: Examination = async (owner) => {
  const pending = pendingMigrations(await readMigrations(), await appliedMigrations(owner));
  const ok = pending.length === 0;
  const names = pending.map(({ name }) => name).join(', ');
  return { ok, message: ok ? 'Đã nâng cấp đủ' : `Còn bước nâng cấp: ${names}. Hãy khởi động lại Trọng Tâm.` };
};

const roles: Examination = async (owner, app) => {
  const own = await value<string>(owner, 'select current_user as value');
  const { name, powerful } = await value<{ name: string; powerful: boolean }>(
    app,
    `select json_build_object('name', rolname, 'powerful', rolsuper or rolbypassrls) as value
     from pg_roles where rolname = current_user`,
  );
  if (powerful) {
    return {
      ok: false,
      message: `Tài khoản «${name}» vượt qua được tường giữa các cơ quan. Hãy dùng tài khoản thường trong DATABASE_URL.`,
    };
  }
  if (own === name) {
    const advice = 'Hãy tạo thêm một tài khoản sở hữu bảng và đặt nó trong DATABASE_ADMIN_URL.';
    return {
      ok: false,
      message: `Chỉ có một tài khoản «${name}» nên không khoá được bảng chỉ-ghi-thêm. ${advice}`,
    };
  }
  return { ok: true, message: `«${name}» làm việc, «${own}» sở hữu bảng` };
};

/** Tables say in their comments what they are: `tenant_table` and `reference_table` write it. */
const tablesLike = `from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname = 'public' and obj_description(c.oid, 'pg_class')`;

const appendOnly: Examination = async (_, app) => {
  const open = await value<string[]>(
    app,
    `select coalesce(json_agg(c.relname order by 1), '[]') as value ${tablesLike} like '%append only'
       and (has_table_privilege(c.oid, 'update') or has_table_privilege(c.oid, 'delete')
         or has_table_privilege(c.oid, 'truncate'))`,
  );
  const ok = open.length === 0;
  const message = `Sửa hoặc xoá được ở bảng chỉ-ghi-thêm: ${open.join(', ')}. Hãy tách tài khoản sở hữu bảng (DATABASE_ADMIN_URL).`;
  return { ok, message: ok ? 'Các bảng chỉ-ghi-thêm đã khoá sửa và xoá' : message };
};

const rowSecurity: Examination = async (owner) => {
  const open = await value<string[]>(
    owner,
    `select coalesce(json_agg(c.relname order by 1), '[]') as value ${tablesLike} like 'tenant%'
       and not (c.relrowsecurity and c.relforcerowsecurity)`,
  );
  const ok = open.length === 0;
  const message = `Bảng chưa chắn giữa các cơ quan: ${open.join(', ')}. Hãy khôi phục từ bản sao lưu vào cơ sở dữ liệu mới.`;
  return { ok, message: ok ? 'Mọi bảng của cơ quan đều có tường chắn theo hàng' : message };
};

const search: Examination = async (owner) => {
  const unmarked = await value<string[]>(
    owner,
    `select coalesce(json_agg(p.proname), '[]') as value from pg_proc p
     where p.oid = any ($1::regprocedure[]) and not p.proleakproof`,
    [searchFunctions.map((signature) => `pg_catalog.${signature}`)],
  );
  const commands = searchFunctions.map((signature) => `ALTER FUNCTION ${signature} LEAKPROOF;`).join(' ');
  const message = `Tìm kiếm chạy đúng nhưng chậm khi nhiều dữ liệu. Nhờ quản trị máy chủ chạy: ${commands}`;
  return {
    ok: unmarked.length === 0,
    message: unmarked.length === 0 ? 'Tìm kiếm dùng được chỉ mục' : message,
  };
};

const clock: Examination = async (_, app) => {
  const before = Date.now();
  const server = Date.parse(await value<string>(app, 'select clock_timestamp() as value'));
  const difference = Math.abs(server - (before + Date.now()) / 2);
  const ok = difference <= clockTolerance;
  const seconds = Math.round(difference / 1000);
  return {
    ok,
    message: ok
      ? 'Đồng hồ khớp'
      : `Đồng hồ máy chủ dữ liệu lệch ${seconds} giây. Hãy đồng bộ giờ (NTP) cả hai máy.`,
  };
};

const disk: Examination = async (_owner, _app, { dataDir }) => {
  const { bavail, bsize } = await statfs(dataDir);
  const free = bavail * bsize;
  const shown = `${(free / gigabyte).toFixed(1)} GB`;
  const ok = free >= 2 * gigabyte;
  return {
    ok,
    message: ok ? `Còn trống ${shown}` : `Đĩa chứa ${dataDir} chỉ còn ${shown}. Hãy giải phóng chỗ.`,
  };
};

const seals: Examination = async (owner) => {
  await owner.query('begin read only');
  await seeEverything(owner);
  const minutes = await value<number | null>(
    owner,
    `select floor(extract(epoch from now() - min(e.recorded_at)) / 60)::int as value from audit_event e
     where (e.agency_id, e.id) not in (select agency_id, unnest(event_ids) from audit_seal)`,
  );
  await owner.query('rollback');
  const ok = (minutes ?? 0) <= sealTolerance;
  return {
    ok,
    message: ok
      ? 'Nhật ký được niêm phong đều'
      : `Có sự kiện ${minutes} phút chưa niêm phong. Hãy xem nhật ký máy chủ.`,
  };
};

const rollup: Examination = async (owner) => {
  await owner.query('begin read only');
  await seeEverything(owner);
  const differ = await countDifferences(owner);
  await owner.query('rollback');
  const ok = differ === 0;
  return {
    ok,
    message: ok
      ? 'Số đếm sẵn khớp với sổ'
      : `Toàn cảnh các cơ quan lệch với sổ ở ${differ} chỗ; sổ vẫn đúng. Hãy chạy: trongtam doctor --recount`,
  };
};

const tables: Examination = async (owner) => {
  const count = (await listTables(owner)).length;
  return {
    ok: count > 0,
    message: count > 0 ? `${count} bảng` : 'Chưa có bảng nào. Hãy khởi động Trọng Tâm một lần.',
  };
};

/** Name shown, what is looked at. The first that fails hard (no connection) ends the examination. */
const examinations: [name: string, examine: Examination][] = [
  ['Phiên bản', version],
  ['Bảng', tables],
  ['Nâng cấp', migrations],
  ['Tài khoản', roles],
  ['Chỉ ghi thêm', appendOnly],
  ['Tường giữa các cơ quan', rowSecurity],
  ['Tìm kiếm', search],
  ['Đồng hồ', clock],
  ['Đĩa', disk],
  ['Niêm phong nhật ký', seals],
  ['Số đếm sẵn', rollup],
];

/** Looks whether the database gives all that the program promises. Changes nothing. */
export async function examineDatabase(database: Database): Promise<Check[]> {
  return withClient(database.ownerUrl, (owner) =>
    withClient(database.appUrl, async (app) => {
      const checks: Check[] = [];
      for (const [name, examine] of examinations) {
        const outcome = await examine(owner, app, database).catch((error: unknown) => ({
          ok: false,
          message: `Không kiểm tra được: ${String(error)}`,
        }));
        checks.push({ name, ...outcome });
      }
      return checks;
    }),
  );
}
