import { create } from 'qrcode';

const quietModules = 4;

/** A QR code as large as the room it gets. The bytes are UTF-8, as on a card. */
export function QrCode(props: { text: string; label: string; className: string }) {
  const { modules } = create([{ data: new TextEncoder().encode(props.text), mode: 'byte' }], {
    errorCorrectionLevel: 'M',
  });
  const { size } = modules;
  const dark = Array.from({ length: size * size }, (_, at) => at).filter((at) => modules.data[at]);
  const path = dark.map((at) => `M${at % size} ${Math.floor(at / size)}h1v1h-1z`).join('');
  const side = size + 2 * quietModules;
  return (
    <svg
      className={props.className}
      role="img"
      aria-label={props.label}
      viewBox={`${-quietModules} ${-quietModules} ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
}
