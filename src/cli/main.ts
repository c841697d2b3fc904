/** A command of `trongtam`: what help says, and the module that runs it, loaded only when asked for. */
interface Command {
  usage: string;
  summary: string;
  load: () => Promise<{ run(args: string[]): Promise<number> }>;
}

const commands: Record<string, Command> = {
  start: {
    usage: 'start [--demo]',
    summary: 'khởi động Trọng Tâm và in địa chỉ để mở',
    load: () => import('./start.ts'),
  },
  demo: {
    usage: 'demo',
    summary: 'khởi động với dữ liệu mẫu trong thư mục riêng',
    load: async () => {
      const { run } = await import('./start.ts');
      return { run: (args) => run(['--demo', ...args]) };
    },
  },
  read: {
    usage: 'read FILE [--json] [--agency units.json] [--on YYYY-MM-DD]',
    summary: 'đọc một văn bản, in các nhiệm vụ được giao',
    load: () => import('./read.ts'),
  },
  check: {
    usage: 'check FILE [--json]',
    summary: 'cộng lại các số liệu của một báo cáo trước khi ban hành',
    load: () => import('./check.ts'),
  },
  import: {
    usage:
      'import organisation FILE.xlsx | directives FILE.xlsx|.csv | documents FILE… [--agency KÝ-HIỆU] [--dry] [--json]',
    summary: 'nhập đơn vị và người, hoặc sổ nhiệm vụ, từ Excel; hoặc tiếp nhận và đọc văn bản',
    load: () => import('./import.ts'),
  },
  export: {
    usage: 'export directives|documents [--agency KÝ-HIỆU] [--to FILE.xlsx|.csv|.json] [--q …] [--state …]',
    summary: 'xuất nhiệm vụ hoặc sổ văn bản của một cơ quan',
    load: () => import('./export.ts'),
  },
  backup: {
    usage: 'backup FILE',
    summary: 'sao lưu toàn bộ vào một tệp, trong khi hệ thống vẫn chạy',
    load: () => import('./backup.ts'),
  },
  restore: {
    usage: 'restore FILE',
    summary: 'khôi phục tệp sao lưu vào thư mục dữ liệu còn trống',
    load: () => import('./restore.ts'),
  },
  user: {
    usage:
      'user list | create USER --name "HỌ TÊN" --role ROLE --unit "ĐƠN VỊ" | reset USER [--agency KÝ-HIỆU]',
    summary: 'liệt kê, tạo tài khoản, đặt lại mật khẩu',
    load: () => import('./user.ts'),
  },
  calendar: {
    usage:
      'calendar YEAR | calendar import YEAR FILE.json|FILE.xlsx --decision "SỐ VĂN BẢN" [--dry] [--json]',
    summary: 'xem lịch làm việc một năm, nhập lịch nghỉ chính thức',
    load: () => import('./calendar.ts'),
  },
  rules: {
    usage: 'rules check [FILE.json…] [--json]',
    summary: 'kiểm tra quy tắc nhiệm vụ KH&CN: hình thức, khoảng trống, chồng lấn, trường hợp mẫu',
    load: () => import('./rules.ts'),
  },
  audit: {
    usage: 'audit verify [--json]',
    summary: 'kiểm tra chuỗi băm của nhật ký',
    load: () => import('./audit.ts'),
  },
  doctor: {
    usage: 'doctor [--recount] [--json]',
    summary: 'kiểm tra cơ sở dữ liệu, quyền, ổ đĩa, số đếm sẵn, danh mục nhiệm vụ',
    load: () => import('./doctor.ts'),
  },
};

function help(): string {
  const lines = Object.values(commands).map(({ usage, summary }) => `  trongtam ${usage}\n      ${summary}`);
  return `Cách dùng:\n${lines.join('\n')}\n`;
}

const [name, ...args] = process.argv.slice(2);
const command = name && Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command && (args.includes('--help') || args.includes('-h'))) {
  process.stdout.write(`Cách dùng: trongtam ${command.usage}\n  ${command.summary}\n`);
} else if (command) {
  const [{ run }, { exitCodeOf }] = await Promise.all([command.load(), import('./fault.ts')]);
  process.exitCode = await run(args).catch(exitCodeOf);
  // Everything is closed by now; what was left behind (a thread that would not end) must not keep the process.
  setTimeout(() => process.exit(), 3_000).unref();
} else if (!name || name === 'help' || name === '--help') {
  process.stdout.write(help());
} else {
  console.error(`Không có lệnh «${name}».\n${help()}`);
  process.exitCode = 2;
}
