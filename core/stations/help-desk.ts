import type { Clock } from '../clock.ts';

/** Somebody at a kiosk who wants a person beside them. Nothing of who they are. */
export type Wanted = { procedure: string; step: string | null };
export type OpenRequest = Wanted & {
  id: string;
  station: string;
  since: number;
  acceptedBy: { id: string; name: string } | null;
};
export type HelpDesk = ReturnType<typeof createHelpDesk>;

/** Who waits at which kiosk for a guide, in memory only: it ends when they leave. */
export function createHelpDesk({ clock, changed }: { clock: Pick<Clock, 'now'>; changed: () => void }) {
  const requests = new Map<string, OpenRequest>();
  const listeners = new Map<string, (acceptedBy: string | null) => void>();
  let asked = 0;

  return {
    /** Oldest first. */
    open: (): OpenRequest[] => [...requests.values()],
    /** What this kiosk wants now; `null`: nothing (any more). The place in the line stays while it goes from step to step. */
    want(station: string, wanted: Wanted | null): void {
      const before = requests.get(station);
      if (wanted === null) {
        if (requests.delete(station)) changed();
        return;
      }
      if (before === undefined) {
        asked += 1;
        requests.set(station, {
          ...wanted,
          id: `${station}-${asked}`,
          station,
          since: clock.now(),
          acceptedBy: null,
        });
      } else if (before.step === wanted.step && before.procedure === wanted.procedure) return;
      else requests.set(station, { ...before, ...wanted });
      changed();
    },
    /** `by`: who comes; `null`: that one no longer. False when the request is gone or somebody else's. */
    accept(id: string, officer: { id: string; name: string }, on: boolean): boolean {
      const request = this.open().find((one) => one.id === id);
      if (request === undefined) return false;
      if (request.acceptedBy !== null && request.acceptedBy.id !== officer.id) return false;
      const acceptedBy = on ? { id: officer.id, name: officer.name } : null;
      requests.set(request.station, { ...request, acceptedBy });
      listeners.get(request.station)?.(acceptedBy?.name ?? null);
      changed();
      return true;
    },
    onAccepted(station: string, listener: (by: string | null) => void): void {
      listeners.set(station, listener);
    },
    forget(station: string): void {
      listeners.delete(station);
      this.want(station, null);
    },
  };
}
