import { parseArgs } from 'node:util';
import { Role } from '../domain/permissions/permission.ts';
import { createUser, listUsers, resetPassword } from '../features/session/by-console.ts';
import { consoleActor, say, sayJson, withContext } from './console.ts';
import { UsageFault } from './fault.ts';

const usage = `Dùng: trongtam user list
      trongtam user create USER --name "HỌ TÊN" --role ${Role.options.join('|')} --unit "ĐƠN VỊ" [--agency KÝ-HIỆU]
      trongtam user reset USER [--second-factor]`;

/** `trongtam user`: accounts, for who has the machine and not necessarily a password. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      role: { type: 'string' },
      unit: { type: 'string' },
      agency: { type: 'string' },
      'second-factor': { type: 'boolean' },
      json: { type: 'boolean' },
    },
  });
  const [what, typed = ''] = positionals;
  const userName = typed.toLowerCase();
  const tell = (password: string) => {
    if (values.json) sayJson({ userName, password });
    else say(`Tài khoản ${userName}, mật khẩu (chỉ hiện một lần, đổi sau khi đăng nhập): ${password}`);
    return 0;
  };
  if (what === 'list') {
    const users = await withContext(listUsers);
    if (values.json) sayJson(users);
    else
      for (const user of users)
        say(`${user.userName}  ${user.name}  ${user.agency}${user.secondFactor ? '  hai lớp' : ''}`);
    return 0;
  }
  if (!/^[a-z0-9._-]{3,40}$/u.test(userName)) throw new UsageFault(usage);
  if (what === 'reset') {
    const options = { secondFactor: values['second-factor'] ?? false, traceId: `cli ${process.pid}` };
    return tell(await withContext((ctx) => resetPassword(ctx, userName, options)));
  }
  const role = Role.safeParse(values.role);
  const { name, unit } = values;
  if (what !== 'create' || !role.success || !name || !unit) throw new UsageFault(usage);
  return withContext(async (ctx) => {
    const actor = await consoleActor(ctx, values.agency);
    return tell(await createUser(ctx, actor, { userName, fullName: name, role: role.data, unit }));
  });
}
