/** What is asked of a camera before it is opened; `null` where the browser does not say. */
export type CameraOffer = { deviceId: string; facesAway: boolean; mostPixels: number | null };

/** The code is 15 mm wide, so what counts is pixels: see the least the reader can work with before lowering these. */
const wantedPicture = { width: { ideal: 1920 }, height: { ideal: 1080 } };

/**
 * What to ask for, the best first. A camera that looks away from the screen was put there for cards; among the others the
 * one with more pixels. With one camera, or none that tells of itself, the browser chooses.
 */
export function cameraRequests(offers: CameraOffer[]): MediaStreamConstraints[] {
  const ranked = offers
    .filter(({ deviceId }) => deviceId !== '')
    .toSorted(
      (a, b) => Number(b.facesAway) - Number(a.facesAway) || (b.mostPixels ?? 0) - (a.mostPixels ?? 0),
    );
  if (ranked.length < 2) {
    return [{ audio: false, video: { ...wantedPicture, facingMode: { ideal: 'environment' } } }];
  }
  return ranked.map(({ deviceId }) => ({
    audio: false,
    video: { ...wantedPicture, deviceId: { exact: deviceId } },
  }));
}

/** Asks the browser; nothing of it is kept. */
export async function cameraOffers(devices: Pick<MediaDevices, 'enumerateDevices'>): Promise<CameraOffer[]> {
  const all = await devices.enumerateDevices();
  return all.filter(({ kind }) => kind === 'videoinput').map(offerOf);
}

function offerOf(device: MediaDeviceInfo): CameraOffer {
  const can = 'getCapabilities' in device ? (device as InputDeviceInfo).getCapabilities() : {};
  const width = can.width?.max;
  const height = can.height?.max;
  return {
    deviceId: device.deviceId,
    facesAway: can.facingMode?.includes('environment') ?? false,
    mostPixels: width === undefined || height === undefined ? null : width * height,
  };
}
