import { Link } from '@tanstack/react-router';
import type { SourceNamed } from '../../domain/targets/facts.ts';

/** The paper something rests on; where it stands in the register, the way to it. */
export function SourceLink({ source: { documentId, words } }: { source: SourceNamed }) {
  if (documentId === null) return words;
  return (
    <Link to="/documents/$id" params={{ id: documentId }}>
      {words}
    </Link>
  );
}
