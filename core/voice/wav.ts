/** Mono sound: samples from -1 to 1. */
export type Sound = { rate: number; samples: Float32Array };

const headerBytes = 44;

/** A WAV file of 16 bits and one channel. What is louder than it can hold is cut off at the border. */
export function soundToWav({ rate, samples }: Sound): Buffer {
  const wav = Buffer.alloc(headerBytes + samples.length * 2);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(rate * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(samples.length * 2, 40);
  for (const [index, sample] of samples.entries()) {
    wav.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), headerBytes + index * 2);
  }
  return wav;
}

/**
 * Reads such a file; `null` for any other. A program that writes to a pipe cannot know the length beforehand and says
 * a far too large one: what is there counts.
 */
export function wavToSound(file: Buffer): Sound | null {
  if (file.length < 12 || file.toString('latin1', 0, 4) !== 'RIFF') return null;
  if (file.toString('latin1', 8, 12) !== 'WAVE') return null;
  let rate: number | null = null;
  for (let at = 12; at + 8 <= file.length; ) {
    const name = file.toString('latin1', at, at + 4);
    const length = file.readUInt32LE(at + 4);
    const start = at + 8;
    if (name === 'fmt ' && start + 16 <= file.length) {
      const isPlain = file.readUInt16LE(start) === 1;
      const channels = file.readUInt16LE(start + 2);
      if (!isPlain || channels !== 1 || file.readUInt16LE(start + 14) !== 16) return null;
      rate = file.readUInt32LE(start + 4);
    }
    if (name === 'data') {
      if (rate === null) return null;
      const end = Math.min(file.length, start + length);
      const samples = new Float32Array(Math.floor((end - start) / 2));
      for (const index of samples.keys()) samples[index] = file.readInt16LE(start + index * 2) / 32_768;
      return { rate, samples };
    }
    at = start + length + (length % 2);
  }
  return null;
}
