import type { Light } from '../../core/card/light.ts';
import type { Look } from '../../core/card/look.ts';

/** A frame goes into the worker and is destroyed there. */
export type ToScanWorker = { frame: ImageBitmap };
/**
 * What comes out of a frame: the text of its code, where the code is, and how the light was; never pixels. Exactly one answer
 * a frame, so that a slow machine is never fed faster than it reads; where reading fails the worker raises an error instead.
 */
export type FromScanWorker = { look: Look; light: Light };
