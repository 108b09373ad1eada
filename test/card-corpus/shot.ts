/** Everything about one photograph but the card: where it is held, the lens, the light, the sensor. Lengths are pixels of the frame. */
export type Shot = {
  width: number;
  height: number;
  /** Of the code, seen straight on. */
  pixelsPerModule: number;
  /** Where the middle of the code falls. */
  at: { x: number; y: number };
  rollDegrees: number;
  pitchDegrees: number;
  yawDegrees: number;
  mirrored: boolean;
  /** Of the lens: 0.1 pulls the corners in by a tenth. */
  barrel: number;
  fingers: Finger[];

  /** Softness of a lens in focus. */
  softness: number;
  /** Radius of the disc that a point becomes. */
  defocus: number;
  /** Where a point travels while the shutter is open. */
  motion: { x: number; y: number }[];

  exposure: number;
  /** Of light across the frame: the brightest side is 1, the darkest 1 - `falloff`. */
  falloff: { share: number; degrees: number };
  /** Bands of shade with edges `softEdge` wide; `depth` is the share of light they take. */
  shade: { depth: number; degrees: number; period: number; phase: number; softEdge: number } | null;
  glare: Glare[];

  /** Noise of a white pixel and of a black one, as shares of white. */
  noise: { bright: number; dark: number };
  gamma: number;
  /** What the camera does against softness: 0 nothing, 1 strong halos. */
  sharpening: number;
  jpegQuality: number;
};

/** From the tip to the root, in millimetres of the card, counted from the middle of the code. */
export type Finger = {
  tip: { u: number; v: number };
  root: { u: number; v: number };
  radiusMm: number;
  skin: number;
};

/** A lamp's reflection: light added in an ellipse around a point of the frame. */
export type Glare = {
  x: number;
  y: number;
  radius: number;
  stretch: number;
  degrees: number;
  strength: number;
};
