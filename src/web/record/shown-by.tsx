import { IconDownload, IconExternalLink } from '@tabler/icons-react';

/** The file or link that shows something happened. */
export function ShownBy({ name, file, link }: { name: string; file?: string; link?: string | null }) {
  if (file)
    return (
      <a href={file} download={name} className="product">
        <IconDownload size={16} aria-hidden /> {name}
      </a>
    );
  return (
    <a href={link ?? undefined} target="_blank" rel="noreferrer" className="product">
      <IconExternalLink size={16} aria-hidden /> {name}
    </a>
  );
}
