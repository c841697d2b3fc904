import { IconCloudOff } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useWords } from '../i18n/language.ts';
import { frameWords } from './words.ts';

function listen(hear: () => void): () => void {
  addEventListener('online', hear);
  addEventListener('offline', hear);
  return () => {
    removeEventListener('online', hear);
    removeEventListener('offline', hear);
  };
}

/** Whether the machine has a network, as far as the browser knows. */
export const useOnline = () => useSyncExternalStore(listen, () => navigator.onLine);

/** Says that the network is gone and what becomes of what is typed. */
export function OfflineBanner() {
  const said = useWords(frameWords);
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <p className="offline">
          <IconCloudOff size={18} aria-hidden /> {said.offline}
        </p>
      )}
    </div>
  );
}
