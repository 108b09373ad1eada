import type { RatingChoice } from '../../../core/contract.ts';
import './face.css';

type Face = RatingChoice['face'];

/**
 * One of three drawn faces. Mouth, eyes and brows differ, so that nobody has to tell them apart by colour;
 * the colour is only a second help.
 */
export function FaceDrawing(props: { face: Face; className?: string }) {
  return (
    <svg
      viewBox="0 0 120 120"
      className={`face face-${props.face} ${props.className ?? ''}`}
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <circle cx="60" cy="60" r="54" className="face-skin" />
      {features[props.face]}
    </svg>
  );
}

const features: Record<Face, React.ReactNode> = {
  happy: (
    <>
      <path d="M32 50q8-11 16 0M72 50q8-11 16 0" />
      <path d="M32 68h56c-2 18-13 27-28 27S34 86 32 68Z" className="face-open-mouth" />
    </>
  ),
  content: (
    <>
      <path d="M41 47v4M79 47v4" strokeWidth="10" />
      <path d="M38 76q22 15 44 0" />
    </>
  ),
  unhappy: (
    <>
      <path d="M30 44l17-8M90 44l-17-8" />
      <path d="M42 56v3M78 56v3" strokeWidth="10" />
      <path d="M38 90q22-22 44 0" />
    </>
  ),
};
