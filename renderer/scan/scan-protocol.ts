/** A frame goes into the worker and is destroyed there; only the text of a code comes out. */
export type ToScanWorker = { frame: ImageBitmap };
/** `null`: no code in this frame. Exactly one answer a frame, so that a slow machine is never fed faster than it reads. */
export type FromScanWorker = { text: string | null };
