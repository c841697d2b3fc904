import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { Dong } from './change.ts';

const line = (message: string, length = 300) => z.string().trim().min(1, message).max(length);

/** Who signs a contract for one side; `authority`: the paper by which who is not the head signs, empty for the head. */
export const Signer = z.object({
  name: line('Ghi họ và tên người ký'),
  position: line('Ghi chức vụ người ký'),
  authority: z.string().trim().max(500).default(''),
});
export type Signer = z.infer<typeof Signer>;

/** One instalment of the state money, as the contract plans it. */
export const Instalment = z
  .object({
    /** What must be handed in or reached before it is paid. */
    needs: line('Ghi phải giao nộp gì, đạt kết quả nào', 1000),
    on: Day.nullable().default(null),
    /** What it waits for, where no day is fixed: «sau khi ký hợp đồng». */
    event: z.string().trim().max(300).default(''),
    amount: Dong.min(1, 'Ghi số tiền của đợt'),
    /** Paid before the work is confirmed. */
    advance: z.boolean().default(false),
  })
  .refine(({ on, event }) => on !== null || event !== '', {
    path: ['when'],
    message: 'Ghi ngày hoặc sự kiện đến đợt cấp',
  });
export type Instalment = z.infer<typeof Instalment>;

export const mostInstalments = 50;
/** The number of an instalment, from 1 in the order of the contract. */
export const InstalmentNo = z.int().min(1).max(mostInstalments);

/** What the two sides settle beside the steps of the task: who signs, and when the money is paid. Stated as a whole each time. */
export const Arrangement = z.object({
  signers: z.object({ agency: Signer.nullable(), host: Signer.nullable() }),
  instalments: z.array(Instalment).max(mostInstalments),
});
export type Arrangement = z.infer<typeof Arrangement>;
