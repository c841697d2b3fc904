import { z } from 'zod';
import { Role } from '../../domain/permissions/permission.ts';
import { defineRoute } from '../route.ts';

export const SetupState = z.object({
  /** No agency yet: the first screen is shown. */
  needed: z.boolean(),
  demo: z.boolean(),
});

export const getSetup = defineRoute({
  id: 'setup.get',
  method: 'GET',
  path: '/api/setup',
  summary: 'Hệ thống đã có cơ quan nào chưa',
  permission: 'public',
  reply: SetupState,
});

/** A unit as pasted or read from Excel: one row each, a parent named by its name. */
export const UnitRow = z.object({
  name: z.string().trim().min(2).max(200),
  abbreviation: z.string().trim().max(40).optional(),
  parentName: z.string().trim().max(200).optional(),
});
export type UnitRow = z.infer<typeof UnitRow>;

export const CreateFirstAgency = z.object({
  /** One-time token printed by `npm start`. */
  token: z.string().min(1, 'Nhập mã cài đặt in ở cửa sổ khởi động'),
  agency: z.object({
    name: z.string().trim().min(3, 'Nhập tên cơ quan').max(200),
    shortName: z.string().trim().min(2, 'Nhập tên viết tắt').max(60),
    sign: z.string().trim().min(2, 'Nhập ký hiệu văn bản, ví dụ SKHCN').max(30),
  }),
  units: z.array(UnitRow).max(500),
  administrator: z.object({
    fullName: z.string().trim().min(2, 'Nhập họ tên người quản trị').max(100),
    userName: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z0-9._-]{3,40}$/, 'Tên đăng nhập: 3–40 chữ thường, số, dấu chấm, gạch'),
    password: z.string().min(14, 'Mật khẩu cần ít nhất 14 ký tự').max(200),
  }),
});

export const createFirstAgency = defineRoute({
  id: 'setup.create',
  method: 'POST',
  path: '/api/setup',
  summary: 'Tạo cơ quan đầu tiên, các đơn vị và người quản trị',
  permission: 'public',
  body: CreateFirstAgency,
  reply: z.object({ agencyId: z.uuid() }),
  status: 201,
});

/** Reads units from an uploaded Excel file, or from pasted lines, without storing anything. */
export const previewUnits = defineRoute({
  id: 'setup.previewUnits',
  method: 'POST',
  path: '/api/setup/units',
  summary: 'Đọc thử danh sách đơn vị từ tệp Excel',
  permission: 'public',
  upload: true,
  reply: z.object({
    units: z.array(UnitRow),
    errors: z.array(z.object({ row: z.int(), message: z.string() })),
  }),
});

export const DemoPerson = z.object({
  userId: z.string(),
  fullName: z.string(),
  /** Null of somebody outside, who comes into the portal; `unitName` is then the organisation or person they act for. */
  role: Role.nullable(),
  unitName: z.string(),
});

export const openDemo = defineRoute({
  id: 'setup.demo',
  method: 'POST',
  path: '/api/setup/demo',
  summary: 'Khởi động lại với dữ liệu mẫu trong thư mục riêng',
  permission: 'public',
  body: z.object({ token: z.string() }),
  reply: z.object({ address: z.string() }),
});

export const listDemoPersons = defineRoute({
  id: 'demo.persons',
  method: 'GET',
  path: '/api/demo/persons',
  summary: 'Người mẫu để đăng nhập một chạm (chỉ có ở bản mẫu)',
  permission: 'public',
  reply: z.array(DemoPerson),
});

export const demoSignIn = defineRoute({
  id: 'demo.signIn',
  method: 'POST',
  path: '/api/demo/sign-in',
  summary: 'Đăng nhập một chạm (chỉ có ở bản mẫu)',
  permission: 'public',
  body: z.object({ userId: z.string() }),
  reply: z.object({ ok: z.literal(true) }),
});
