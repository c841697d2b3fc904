import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { createFeed, listFeeds, revokeFeed } from '../../features/feeds/contract.ts';
import { call } from '../api/call.ts';
import { client, useSession } from '../api/client.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/field.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { useTrying } from '../ui/trying.ts';
import { Secret } from './tokens-section.tsx';
import { accountWords } from './words.ts';

/** Addresses of one's due days for a calendar program: shown once, revoked at any time. */
export function FeedsSection() {
  const said = useWords(accountWords);
  const { busy, error, run } = useTrying();
  const [address, setAddress] = useState<string | null>(null);
  const feeds = useQuery({ queryKey: ['feeds'], queryFn: () => call(listFeeds, {}) });
  const refresh = () => client.invalidateQueries({ queryKey: ['feeds'] });
  return (
    <section className="card padded stack">
      <h2>{said.feeds}</h2>
      <p className="quiet">{said.feedsHint}</p>
      {error !== null && <Failed error={error} />}
      {feeds.isPending && <Skeleton rows={1} />}
      {feeds.isError && <Failed error={feeds.error} retry={() => void feeds.refetch()} />}
      {feeds.data?.length === 0 && <p>{said.noFeeds}</p>}
      <ul className="plain stack tight">
        {feeds.data?.map((feed) => {
          const name = feed.unit?.name ?? said.mine;
          return (
            <li key={feed.id} className="row apart">
              <span>
                <strong>{name}</strong>{' '}
                <span className="small quiet">
                  {said.madeOn} {showDay(feed.createdAt)}
                </span>
              </span>
              <AbleButton
                ability={feed.abilities.revoke}
                className="small"
                kind="danger"
                aria-label={said.revokeFeed(name)}
                onClick={() =>
                  void run(async () => {
                    await call(revokeFeed, { params: { id: feed.id } });
                    setAddress(null);
                    await refresh();
                  })
                }
              >
                {said.revoke}
              </AbleButton>
            </li>
          );
        })}
      </ul>
      {address && <Secret secret={address} words={said.address} />}
      <CreateFeed
        busy={busy}
        onCreate={(unitId) =>
          run(async () => {
            const made = await call(createFeed, { body: { unitId } });
            setAddress(made.address);
            await refresh();
          })
        }
      />
    </section>
  );
}

function CreateFeed({
  busy,
  onCreate,
}: {
  busy: boolean;
  onCreate: (unitId: string | null) => Promise<void>;
}) {
  const said = useWords(accountWords);
  const { posts } = useSession();
  const led = posts.filter(({ abilities }) => abilities.feed === true);
  const units = new Map(led.map(({ unitId, unitName }) => [unitId, unitName]));
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void onCreate(String(new FormData(event.currentTarget).get('unit') ?? '') || null);
      }}
    >
      {units.size > 0 && (
        <SelectField
          label={said.feedOf}
          name="unit"
          options={[
            { value: '', label: said.mine },
            ...[...units].map(([value, label]) => ({ value, label })),
          ]}
        />
      )}
      <div>
        <Button type="submit" busy={busy}>
          {said.createFeed}
        </Button>
      </div>
    </form>
  );
}
