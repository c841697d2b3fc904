import { Link, Outlet } from '@tanstack/react-router';
import { useMay } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { documentWords } from './words.ts';

/** «Văn bản»: what has come in and waits to be read, and the register. */
export function DocumentsArea() {
  const said = useWords(documentWords);
  const may = useMay();
  return (
    <>
      {may('intake.view') && (
        <nav className="tabs area-tabs" aria-label={said.documents}>
          <Link to="/intake" search={{}} activeOptions={{ includeSearch: false }}>
            {said.intakeTab}
          </Link>
          <Link to="/documents" search={{}} activeOptions={{ includeSearch: false }}>
            {said.registerTab}
          </Link>
        </nav>
      )}
      <Outlet />
    </>
  );
}
