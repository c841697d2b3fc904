import { randomFillSync } from 'node:crypto';

/** The `agency_id` of records that belong to the installation and to no agency. */
export const INSTALLATION = '00000000-0000-0000-0000-000000000000';

/** Random bytes for some hundred ids at once: asking the system for each costs more than the rest. */
const random = new Uint8Array(4096);
let used = random.length;
let lastMillisecond = 0;
let sequence = 0;

/**
 * A UUID version 7 (RFC 9562): 48 bits of milliseconds, then 12 bits that count up within a millisecond, then
 * random bits. Ids of one process sort in the order they were made, also when the clock steps back.
 */
export function uuidv7(): string {
  const now = Date.now();
  if (now > lastMillisecond) {
    lastMillisecond = now;
    sequence = 0;
  } else if (sequence < 0xfff) {
    sequence += 1;
  } else {
    lastMillisecond += 1;
    sequence = 0;
  }
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  const own = Buffer.from(random.buffer, used, 8);
  used += own.length;
  const time = lastMillisecond.toString(16).padStart(12, '0');
  const count = sequence.toString(16).padStart(3, '0');
  const variant = ((own[0]! & 0x3f) | 0x80).toString(16);
  const rest = own.toString('hex', 1);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${variant}${rest.slice(0, 2)}-${rest.slice(2)}`;
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether the text is a UUID in the lower-case form PostgreSQL prints. */
export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}
