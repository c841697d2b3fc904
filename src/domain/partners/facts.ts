import { z } from 'zod';

const line = (message: string, length = 300) => z.string().trim().min(1, message).max(length);
const optional = (length = 300) => z.string().trim().min(1).max(length).nullable().default(null);

/** An organisation that proposes, hosts or takes part in tasks (TT 20/2023/TT-BKHCN Đ4). */
export const OrganisationProfile = z.object({
  name: line('Ghi tên tổ chức'),
  /** Its registration or tax code, by which it is known again. */
  identifier: optional(50),
  address: optional(500),
  email: z.email('Địa chỉ thư chưa đúng').nullable().default(null),
  phone: optional(50),
  /** Who signs for it, and as what. */
  headedBy: optional(),
  headTitle: optional(),
});
export type OrganisationProfile = z.infer<typeof OrganisationProfile>;

/** A person who leads tasks or works on them. */
export const PersonProfile = z.object({
  name: line('Ghi họ tên'),
  identifier: optional(50),
  /** «PGS. TS.» */
  degree: optional(100),
  /** Where they work. */
  organisationId: z.uuid().nullable().default(null),
  email: z.email('Địa chỉ thư chưa đúng').nullable().default(null),
  phone: optional(50),
  /** One of the agency's own people, who then decides nothing of tasks they carry out. */
  personId: z.uuid().nullable().default(null),
});
export type PersonProfile = z.infer<typeof PersonProfile>;

/** What is recorded of an organisation or a person outside: the whole profile each time. */
export const PartnerBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('organisation'), profile: OrganisationProfile }),
  z.object({ kind: z.literal('person'), profile: PersonProfile }),
]);
export type PartnerBody = z.infer<typeof PartnerBody>;
export type PartnerKind = PartnerBody['kind'];
