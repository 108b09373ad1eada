import { Button } from 'react-aria-components/Button';
import type { AdminCommand } from '../../../core/contract.ts';
import { useSay } from '../counter/staff-text.tsx';
import type { Ask } from '../counter/use-ask.ts';
import { pages, type PageAt } from './pages.tsx';
import './page-tabs.css';

/** From any page of the administration to any other. */
export function PageTabs(props: { at: PageAt; asking: Ask<AdminCommand> }) {
  const say = useSay();
  return (
    <nav className="admin-tabs" aria-label={say('admin.nav.label')}>
      {pages.map(({ at, icon, open }) => (
        <Button
          key={at}
          className="admin-tab"
          {...(at === props.at ? { 'aria-current': 'page' as const } : {})}
          onPress={() => at !== props.at && void props.asking.ask(open)}
        >
          {icon}
          {say(`admin.nav.${at}`)}
        </Button>
      ))}
    </nav>
  );
}
