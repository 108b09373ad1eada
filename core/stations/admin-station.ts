import { done, refuse } from '../border.ts';
import type {
  AdminCommand,
  AdminScreen,
  AdminView,
  CameraState,
  CommandResult,
  OfficerName,
  Role,
} from '../contract.ts';
import type { Lan } from '../lan/lan.ts';
import { unreachable } from '../result.ts';
import type { Desk, StationDeps } from './deps.ts';
import { centreName } from './hall.ts';
import { createSignIn } from './sign-in.ts';

export type Surroundings = {
  camera(): CameraState | null;
  lan: Pick<Lan, 'view' | 'handle'>;
  stations(): { id: string; role: Role; connected: number }[];
};

export function createAdminStation(deps: StationDeps, around: Surroundings): Desk<AdminCommand, AdminView> {
  const { store, clock, question, sync } = deps;
  const desk = createSignIn({ officers: store.officers, clock, roles: ['admin'] });

  function overview(officer: OfficerName): AdminScreen {
    const today = store.tickets.dayAt(clock.now());
    const counts = store.visits.ratingsByChoice(question.id);
    const byChoice = question.choices.map((choice) => ({
      id: choice.id,
      face: choice.face,
      vi: choice.vi,
      en: choice.en,
      n: counts.get(choice.id) ?? 0,
    }));
    const states = store.tickets.countByState(today);
    const count = (...names: Parameters<typeof states.get>[0][]) =>
      names.reduce((sum, name) => sum + (states.get(name) ?? 0), 0);
    return {
      at: 'overview',
      officer,
      today,
      ratings: {
        n: byChoice.reduce((sum, { n }) => sum + n, 0),
        acknowledged: store.visits.acknowledgedRatings(question.id),
        byChoice,
      },
      tickets: {
        issued: [...states.values()].reduce((sum, n) => sum + n, 0),
        waiting: count('waiting'),
        serving: count('called', 'serving'),
        done: count('done'),
        missed: count('missed'),
      },
      asked: store.visits.finishedVisits(),
      sync: sync.view(),
      printer: deps.printerStatus(),
      camera: around.camera(),
      stations: around.stations(),
      lan: around.lan.view(),
    };
  }

  async function handle(command: AdminCommand): Promise<CommandResult> {
    if (command.type === 'sign-in') return desk.signIn(command.officerId, command.pin);
    if (!desk.officer()) return refuse('not-now', 'sign in first');
    switch (command.type) {
      case 'sign-out':
        desk.signOut();
        return done;
      case 'sync-now':
        await sync.syncNow();
        return done;
      case 'lan-switch':
      case 'lan-code':
      case 'lan-remove':
        return around.lan.handle(command);
      default:
        return unreachable(command);
    }
  }

  return {
    view: () => {
      const officer = desk.officer();
      return {
        role: 'admin',
        centre: centreName(deps.config),
        device: store.outbox.device,
        screen: officer ? overview(officer) : { at: 'signed-out', officers: desk.choices() },
      };
    },
    async handle(command) {
      const result = await handle(command);
      deps.changed();
      return result;
    },
    close: () => {},
  };
}
