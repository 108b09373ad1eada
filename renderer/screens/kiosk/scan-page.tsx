import { type ReactNode, useCallback, useSyncExternalStore } from 'react';
import { Eye, EyeOff, Keyboard, Ticket, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../parts/action-button.tsx';
import type { Scan, ScanState } from '../../scan/scan.ts';
import type { PageProps } from './ask.ts';
import { KioskFrame } from './kiosk-frame.tsx';
import { CameraSign, HintDrawing } from './scan-drawings.tsx';
import { ScanOverlay } from './scan-overlay.tsx';
import './scan.css';

export function LiveScanPage(props: PageProps<'scan'> & { scan: Scan }) {
  const { scan, ...page } = props;
  const state = useSyncExternalStore(scan.subscribe, scan.getState, scan.getState);
  const watch = useCallback((video: HTMLVideoElement | null) => scan.watch(video), [scan]);
  return (
    <ScanPage {...page} scan={state}>
      <video
        ref={watch}
        className={`scan-video ${state.isMirrored ? 'scan-mirrored' : ''}`}
        muted
        playsInline
        aria-hidden="true"
      />
    </ScanPage>
  );
}

/** Everything but the camera itself; `children` is the moving picture. */
export function ScanPage(props: PageProps<'scan'> & { scan: ScanState; children?: ReactNode }) {
  const { t } = useTranslation('kiosk');
  const { view, screen, ask, scan } = props;
  const { camera } = scan;
  const isLooking = camera.at === 'looking';
  const frame = isLooking && camera.width > 0 ? camera : fullHd;
  return (
    <KioskFrame view={view} ask={ask} page="scan" onBack={() => ask({ type: 'back' })}>
      <div className="scan-head">
        <h1>{t('scan.title')}</h1>
        <p className={`scan-lamp ${isLooking ? 'scan-lamp-on' : ''}`}>
          {isLooking ? <Eye aria-hidden="true" /> : <EyeOff aria-hidden="true" />}
          {t(isLooking ? 'scan.lamp.on' : 'scan.lamp.off')}
        </p>
      </div>
      <div className="scan-view" style={{ '--aspect': frame.width / frame.height } as Record<string, number>}>
        <div className={`scan-window ${isLooking ? '' : 'scan-dark'}`}>
          {props.children}
          {isLooking ? (
            <ScanOverlay
              frame={frame}
              isMirrored={scan.isMirrored}
              hint={scan.hint}
              seen={scan.seen}
              label={t('scan.qr')}
            />
          ) : (
            <CameraSign camera={camera} />
          )}
        </div>
      </div>
      <Guide scan={scan} />
      <div className="scan-foot">
        {screen.refused !== null && (
          <p className="warning" role="alert">
            <TriangleAlert aria-hidden="true" />
            <span>
              <strong>{t(`scan.refused.${screen.refused}.what`)}</strong>{' '}
              {t(`scan.refused.${screen.refused}.next`)}
            </span>
          </p>
        )}
        {/* A refusal says what to do by itself, and needs the room. */}
        {screen.refused === null && (
          <p>
            {view.hasDeskScanner && <>{t('scan.deskScanner')} </>}
            {t('scan.withoutCardNote')}
          </p>
        )}
        <div className="scan-choices">
          <ActionButton size="large" icon={<Keyboard />} onPress={() => ask({ type: 'type-number' })}>
            {t('scan.byHand')}
          </ActionButton>
          <ActionButton
            tone="primary"
            size="large"
            icon={<Ticket />}
            onPress={() => ask({ type: 'without-card' })}
          >
            {t('scan.withoutCard')}
          </ActionButton>
        </div>
      </div>
    </KioskFrame>
  );
}

const fullHd = { width: 1920, height: 1080 };

/** The one thing to do now, as a picture and in words. */
function Guide(props: { scan: ScanState }) {
  const { t } = useTranslation('kiosk');
  const { camera, hint } = props.scan;
  const isLooking = camera.at === 'looking';
  const key =
    camera.at === 'looking' ? (`scan.hint.${hint}` as const) : (`scan.camera.${camera.at}` as const);
  return (
    <div className={`scan-guide ${isLooking ? `scan-guide-${hint}` : 'scan-guide-camera'}`} role="status">
      {isLooking && <HintDrawing hint={hint} />}
      <p>
        <strong>{t(`${key}.what`)}</strong> <span>{t(`${key}.next`)}</span>
      </p>
    </div>
  );
}
