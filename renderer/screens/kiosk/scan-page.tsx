import type { ReactNode } from 'react';
import { Camera, CameraOff, Keyboard, Loader, Ticket, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CameraState, KioskCommand } from '../../../core/contract.ts';
import type { Send } from '../../client.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { useScan } from '../../scan/use-scan.ts';
import type { PageProps } from './ask.ts';
import { CardOutline, ShowCardDrawing } from './drawings.tsx';
import { KioskFrame } from './kiosk-frame.tsx';

export function LiveScanPage(props: PageProps<'scan'> & { send: Send<KioskCommand> }) {
  const { send, ...page } = props;
  const { video, camera, isMirrored, isChecking } = useScan(send);
  return (
    <ScanPage {...page} camera={camera} isMirrored={isMirrored} isChecking={isChecking}>
      <video
        ref={video}
        className={`scan-video ${isMirrored ? 'scan-mirrored' : ''}`}
        muted
        playsInline
        aria-hidden="true"
      />
    </ScanPage>
  );
}

/** Everything but the camera itself; `children` is the moving picture. */
export function ScanPage(
  props: PageProps<'scan'> & {
    camera: CameraState;
    isMirrored: boolean;
    isChecking: boolean;
    children?: ReactNode;
  },
) {
  const { t } = useTranslation('kiosk');
  const { view, screen, ask, camera, isChecking } = props;
  const isLooking = camera.at === 'looking';
  const words = isLooking && isChecking ? t('scan.checking') : t(`scan.${camera.at}`);
  return (
    <KioskFrame view={view} ask={ask} page="scan" onBack={() => ask({ type: 'back' })}>
      <div className="scan-head">
        <h1>{t('scan.title')}</h1>
        <p className="scan-hint">
          <ShowCardDrawing />
          <span>{t('scan.hint')}</span>
        </p>
      </div>
      <div className={`scan-window ${isLooking ? '' : 'scan-dark'}`}>
        {props.children}
        {isLooking ? (
          <CardOutline isMirrored={props.isMirrored} qrLabel={t('scan.qr')} />
        ) : (
          <CameraSign camera={camera} />
        )}
        <p className="scan-state" role="status">
          {words}
        </p>
      </div>
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
        <div className="scan-without">
          {screen.refused === null && <p>{t('scan.withoutCardNote')}</p>}
          <div className="scan-ways">
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
      </div>
    </KioskFrame>
  );
}

function CameraSign(props: { camera: CameraState }) {
  const { at } = props.camera;
  return (
    <span className="scan-sign" aria-hidden="true">
      {at === 'starting' ? <Camera /> : at === 'busy' ? <Loader /> : <CameraOff />}
    </span>
  );
}
