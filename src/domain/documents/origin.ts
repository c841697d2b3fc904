import type { Origin } from '../directives/filter.ts';
import { searchable } from '../text/search.ts';

/**
 * Where directives of a document come from: findings of the State Audit and of inspections are told apart, since who gave
 * them asks for an account of them. An inspection's are those of a conclusion (KL) by inspectors or about an inspection.
 */
export function originOfDocument({
  kind,
  issuer,
  subject,
}: {
  /** Abbreviation of its type, «KL». */
  kind: string | null;
  issuer: string | null;
  subject: string | null;
}): Extract<Origin, 'document' | 'state-audit' | 'inspection'> {
  const [by, about] = [searchable(issuer ?? ''), searchable(subject ?? '')];
  if (/\bkiem toan nha nuoc\b/u.test(by)) return 'state-audit';
  const concludes = kind === 'KL' || /^ket luan\b/u.test(about);
  if (concludes && (/\bthanh tra\b/u.test(by) || /^(?:ket luan )?thanh tra\b/u.test(about)))
    return 'inspection';
  return 'document';
}
