import { IconMessageQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listRequests } from '../../features/requests/contract.ts';
import { call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { AskDialog, speakingUnits } from './ask-dialog.tsx';
import { RequestList } from './request-list.tsx';
import { requestWords } from './words.ts';

/** Beneath a directive: what other units were asked about it, and asking one more. */
export function RequestsSection({ directiveId }: { directiveId: string }) {
  const said = useWords(requestWords);
  const session = useSession();
  const [asking, setAsking] = useState(false);
  const query = { directive: directiveId, limit: 200 };
  const list = useQuery({
    queryKey: ['directives', 'requests', query],
    queryFn: () => call(listRequests, { query }),
  });
  return (
    <section className="card padded stack" aria-label={said.title}>
      <div className="row apart">
        <h2>{said.title}</h2>
        {speakingUnits(session).length > 0 && (
          <Button onClick={() => setAsking(true)}>
            <IconMessageQuestion size={18} aria-hidden /> {said.ask}
          </Button>
        )}
      </div>
      {list.isPending && <Skeleton rows={2} />}
      {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
      {list.data?.items.length === 0 && <p className="quiet">{said.noneHere}</p>}
      {list.data && list.data.items.length > 0 && (
        <RequestList requests={list.data.items} aboutDirective={false} />
      )}
      {asking && <AskDialog directiveId={directiveId} onClose={() => setAsking(false)} />}
    </section>
  );
}
