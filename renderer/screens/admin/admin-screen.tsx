import type { AdminCommand, AdminView, CommandResult } from '../../../core/contract.ts';
import { CentreHeader } from '../../parts/centre-header.tsx';
import { ScreenFrame } from '../../parts/screen-frame.tsx';
import { SignIn } from '../counter/sign-in.tsx';
import { StaffText, useSay } from '../counter/staff-text.tsx';
import { useAsk } from '../counter/use-ask.ts';
import { useNow } from '../counter/use-now.ts';
import { AdminFrame } from './admin-frame.tsx';
import { Refused } from './form/fault.tsx';
import { SaveBar } from './form/save-bar.tsx';
import { useDraft } from './form/use-draft.ts';
import { PageOf } from './page-of.tsx';
import './admin.css';

type AdminProps = { view: AdminView; send: (command: AdminCommand) => Promise<CommandResult> };

/** What the administrator of one machine looks at. */
export function AdminScreen(props: AdminProps) {
  return (
    <StaffText>
      <Admin {...props} />
    </StaffText>
  );
}

function Admin({ view, send }: AdminProps) {
  const say = useSay();
  const { screen } = view;
  const asking = useAsk(send, screen.at);
  const now = useNow(10_000);

  if (screen.at === 'signed-out') {
    return (
      <ScreenFrame className="admin" header={<CentreHeader centre={view.centre} />}>
        <SignIn
          officers={screen.officers}
          place={say('admin.title')}
          isSending={asking.pending === 'sign-in'}
          refused={asking.refused}
          signIn={asking.ask}
        />
      </ScreenFrame>
    );
  }
  return <Desk view={view} screen={screen} asking={asking} now={now} />;
}

type DeskProps = {
  view: AdminView;
  screen: Exclude<AdminView['screen'], { at: 'signed-out' }>;
  asking: ReturnType<typeof useAsk<AdminCommand>>;
  now: number;
};

/** While somebody is signed in: what they changed and did not save goes when they do. */
function Desk({ view, screen, asking, now }: DeskProps) {
  const drafting = useDraft();
  const document = 'document' in screen ? screen.document : null;
  const draft = document === null ? null : drafting.of(document);
  return (
    <AdminFrame
      centre={view.centre}
      device={view.device}
      screen={screen}
      asking={asking}
      now={now}
      bar={
        document !== null && draft !== null ? (
          <SaveBar draft={draft} document={document} asking={asking} />
        ) : undefined
      }
    >
      <Refused value={draft?.isPastTry === true ? null : (asking.refused?.refusal ?? null)}>
        <PageOf screen={screen} draft={draft} asking={asking} now={now} />
      </Refused>
    </AdminFrame>
  );
}
